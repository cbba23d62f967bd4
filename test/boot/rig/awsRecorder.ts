import { setTimeout as sleep } from "node:timers/promises";
import type { AwsRequest, AwsResponse } from "./awsEndpoint";
import { type AwsCall, type Parameters, parseCall, renderError, renderResult } from "./awsProtocol";

export interface RecordedCall extends AwsCall {
  readonly instanceId: string;
  readonly status: number;
  readonly at: number;
}

/**
 * The AWS APIs that an instance calls itself. Every call is recorded; an action that is not listed here is refused as
 * AWS refuses an unknown one, so that a misspelt call cannot pass.
 */
export class AwsRecorder {
  /** Every call, refused ones included, in order. */
  readonly calls: RecordedCall[] = [];
  private readonly parameters = new Map<string, string>();
  private readonly secrets = new Map<string, string>();

  /** Plants a SecureString of Parameter Store. */
  plantParameter(name: string, value: string): void {
    this.parameters.set(name, value);
  }

  /** Plants a secret of Secrets Manager, under its name or ARN. */
  plantSecret(id: string, value: string): void {
    this.secrets.set(id, value);
  }

  callsOf(instanceId: string, action?: string): readonly RecordedCall[] {
    return this.calls.filter(
      (call) => call.instanceId === instanceId && (action === undefined || call.action === action),
    );
  }

  /** The first call of an action by an instance, made already or to come. @throws Error after the time. */
  async waitForCall(instanceId: string, action: string, timeoutMs: number): Promise<RecordedCall> {
    for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(20)) {
      const [call] = this.callsOf(instanceId, action);
      if (call !== undefined) return call;
    }
    const made = this.callsOf(instanceId).map((call) => call.action);
    throw new Error(
      `${instanceId} did not call ${action} within ${timeoutMs} ms; its calls: ${made.join(", ") || "none"}`,
    );
  }

  answer(request: AwsRequest): AwsResponse {
    const call = parseCall(request);
    const response = this.respond(request, call);
    this.calls.push({ ...call, instanceId: request.instanceId, status: response.status, at: Date.now() });
    return response;
  }

  private respond({ signature, endpoint }: AwsRequest, call: AwsCall): AwsResponse {
    if (signature.kind === "invalid") return renderError(call, 403, signature.code, signature.message);
    if (signature.service !== endpoint) {
      return renderError(call, 403, "SignatureDoesNotMatch", `signed for ${signature.service}`);
    }
    switch (`${call.service}:${call.action}`) {
      case "autoscaling:CompleteLifecycleAction":
      case "autoscaling:RecordLifecycleActionHeartbeat":
      case "elasticloadbalancing:DeregisterTargets":
      case "monitoring:PutMetricData":
      case "logs:CreateLogStream":
      case "logs:PutLogEvents":
        return renderResult(call, {});
      case "ssm:GetParameter":
        return this.getParameter(call, call.parameters);
      case "secretsmanager:GetSecretValue":
        return this.getSecretValue(call, call.parameters);
      default:
        return renderError(
          call,
          400,
          "InvalidAction",
          `no action ${call.action || "(none)"} of ${call.service}`,
        );
    }
  }

  private getParameter(call: AwsCall, parameters: Parameters): AwsResponse {
    const name = String(parameters.Name);
    const value = this.parameters.get(name);
    if (value === undefined) return renderError(call, 400, "ParameterNotFound", `no parameter ${name}`);
    const shown = parameters.WithDecryption === true ? value : "(encrypted: ask with WithDecryption)";
    return renderResult(call, { Parameter: { Name: name, Type: "SecureString", Value: shown, Version: 1 } });
  }

  private getSecretValue(call: AwsCall, parameters: Parameters): AwsResponse {
    const id = String(parameters.SecretId);
    const value = this.secrets.get(id);
    if (value === undefined) {
      return renderError(
        call,
        400,
        "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret.",
      );
    }
    return renderResult(call, { Name: id, SecretString: value, VersionStages: ["AWSCURRENT"] });
  }
}
