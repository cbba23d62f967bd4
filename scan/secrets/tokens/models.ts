import { alnum, hex, url64, uuid, vendor } from "./tokenFormat";

/** Those who serve language models. */
export const models = [
  vendor(
    "Anthropic",
    "https://docs.anthropic.com/en/api/admin-api/apikeys/get-api-key",
    ...["sk-ant-api03-", "sk-ant-admin01-", "sk-ant-oat01-", "sk-ant-ort01-"].map(
      (prefix) => ["anthropic-key", prefix, `${url64}{80,130}`] as const,
    ),
  ),
  vendor(
    "OpenAI",
    "https://platform.openai.com/docs/api-reference/authentication",
    ["openai-key", "sk-proj-", `${url64}{40,200}`],
    ["openai-key", "sk-svcacct-", `${url64}{40,200}`],
    ["openai-key", "sk-admin-", `${url64}{40,200}`],
    ["openai-key", "sk-", `${alnum}{20}T3BlbkFJ${alnum}{20}`],
    ["model-api-key", "sk-", `(?=[A-Za-z]{0,47}[0-9])${alnum}{32,64}`],
  ),
  vendor("OpenRouter", "https://openrouter.ai/docs/api-reference/authentication", [
    "openrouter-key",
    "sk-or-v1-",
    `${hex}{64}`,
  ]),
  vendor(
    "Hugging Face",
    "https://huggingface.co/docs/hub/security-tokens",
    ["huggingface-token", "hf_", `${alnum}{34,40}`],
    ["huggingface-token", "api_org_", `${alnum}{34}`],
  ),
  vendor("Groq", "https://console.groq.com/docs/quickstart", ["groq-key", "gsk_", `${alnum}{52}`]),
  vendor("Replicate", "https://replicate.com/docs/topics/security/api-tokens", [
    "replicate-token",
    "r8_",
    `${alnum}{37,40}`,
  ]),
  vendor("Perplexity", "https://docs.perplexity.ai/guides/getting-started", [
    "perplexity-key",
    "pplx-",
    `${alnum}{48,56}`,
  ]),
  vendor("xAI", "https://docs.x.ai/docs/tutorial", ["xai-key", "xai-", `${alnum}{70,90}`]),
  vendor(
    "LangSmith",
    "https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key",
    ["langsmith-key", "lsv2_pt_", `${hex}{32}_${hex}{10}`],
    ["langsmith-key", "lsv2_sk_", `${hex}{32}_${hex}{10}`],
  ),
  vendor("Langfuse", "https://langfuse.com/faq/all/where-are-langfuse-api-keys", [
    "langfuse-key",
    "sk-lf-",
    uuid,
  ]),
  vendor("Pinecone", "https://docs.pinecone.io/guides/projects/manage-api-keys", [
    "pinecone-key",
    "pcsk_",
    `${alnum}{4,8}_${alnum}{50,66}`,
  ]),
  vendor("Weights & Biases", "https://docs.wandb.ai/platform/hosting/iam/service-accounts", [
    "wandb-key",
    "wandb_v1_",
    `${url64}{60,100}`,
  ]),
];
