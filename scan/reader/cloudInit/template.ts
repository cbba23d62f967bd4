// Templates whose text is read before it is rendered: expressions stand for values that only the instance knows.

/** `{{ ds.meta_data.x }}`, `{% if … %}`, `{# … #}` of jinja, Ansible and Helm: in YAML they would be collections. */
export function withoutExpressions(text: string): string {
  return text
    .replace(/\{\{[^{}\n]{0,500}\}\}/g, "template")
    .replace(/^[ \t]{0,100}\{%[^\n]{0,500}%\}[ \t]{0,100}$/gm, "")
    .replace(/\{[%#][^\n{}]{0,500}[%#]\}/g, "");
}

/** Of a part with cloud-init's `## template: jinja`: what it renders. */
export function templateBody(text: string): string {
  return text.replace(/^\s*## template:[^\n]*\n?/i, "");
}
