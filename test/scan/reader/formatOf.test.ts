import assert from "node:assert/strict";
import { formatOf } from "../../../scan/reader/formatOf";
import type { Format } from "../../../scan/reader/part";
import { targetOf } from "../../../scan/reader/scripts/target";

describe("the format of a text", () => {
  it("is told by its first line before its name", () => {
    assert.equal(formatOf("x.json", "#!/bin/sh\n"), "shell");
    assert.equal(formatOf("x.sh", "#cloud-config\n"), "cloudConfig");
    assert.equal(formatOf("x.txt", '<?xml version="1.0"?>'), "xml");
    assert.equal(
      formatOf(undefined, "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n"),
      "mime",
    );
    assert.equal(formatOf(undefined, "#!/usr/bin/env pypy3\n"), "python");
    assert.equal(formatOf(undefined, "#!/usr/bin/ruby\n"), "text");
  });

  it("is told by its name before its text", () => {
    const names: Record<string, Format> = {
      "a.sh": "shell",
      "a.ps1": "powershell",
      "a.cmd": "batch",
      "a.py": "python",
      "a.YML": "yaml",
      "a.json": "json",
      "a.toml": "toml",
      "a.cnf": "ini",
      "a.env": "dotenv",
      "a.properties": "properties",
      "a.service": "systemdUnit",
      "web.config": "xml",
      "a.eml": "mime",
      "/app/.env": "dotenv",
      ".env.prod": "dotenv",
      "/etc/environment": "dotenv",
      "/etc/sysconfig/x": "dotenv",
      "/etc/default/x": "dotenv",
      "/root/.aws/credentials": "ini",
      "~/.my.cnf": "ini",
      "/root/.npmrc": "ini",
      "/root/.docker/config.json": "json",
      "/root/.kube/config": "yaml",
      "/etc/profile.d/a": "shell",
      "/etc/cron.d/a": "shell",
      "/etc/systemd/system/a.service.d/b.conf": "systemdUnit",
    };
    for (const [name, format] of Object.entries(names)) assert.equal(formatOf(name, "x y z"), format, name);
    assert.equal(formatOf("a.unknown", "x y z"), "text");
    assert.equal(formatOf("a.constructor", "x y z"), "text");
  });

  it("is told by its text where nothing else does", () => {
    const texts: [string, Format][] = [
      ['{"a": 1}', "json"],
      ["[1, 2]", "json"],
      ["[default]\na = b\n", "ini"],
      ["<configuration>\n", "xml"],
      ["[Unit]\nDescription=x\n", "systemdUnit"],
      ["[Service]\n", "systemdUnit"],
      ["$x = 1\n", "powershell"],
      ["Write-Host hi\n", "powershell"],
      ["@echo off\n", "batch"],
      ["import os\n", "python"],
      ["from a import b\n", "python"],
      ["apt-get update\n", "shell"],
      ["export A=b\n", "shell"],
      ["A=b\nC=d\n# e\n", "dotenv"],
      ["a.b = c\nd.e = f\n", "properties"],
      ["a: b\nc: d\n", "yaml"],
      ["- a\n- b\n", "yaml"],
      ["# x\nscript: |\n  echo hi\n", "yaml"],
      ["plain words\n", "text"],
      ["", "text"],
      ["# only comments\n", "text"],
    ];
    for (const [text, format] of texts) assert.equal(formatOf(undefined, text), format, text);
  });
});

describe("the file that a line writes to", () => {
  it("is named by a redirection, tee, PowerShell or dd", () => {
    for (const line of [
      "cat > /f",
      "cat >> /f",
      "cat >'/f'",
      'cat > "/f"',
      "x 1> /f",
      "cat >| /f",
      "x | tee /f",
      "x | tee -a /f",
      "x | sudo tee --append '/f' > /dev/null",
      "x | Out-File /f",
      "x | Out-File -FilePath /f",
      "Set-Content -Path '/f' -Value",
      "New-Item -LiteralPath /f",
      "dd of=/f bs=1",
    ])
      assert.equal(targetOf(line), "/f", line);
  });

  it("is none of another descriptor, nothing, or a comparison inside a word", () => {
    for (const line of ["x 2> /f", "x > /dev/null", "x >&2", "x &> /f", "a->b", "<a>b", "echo hi"])
      assert.equal(targetOf(line), undefined, line);
  });
});
