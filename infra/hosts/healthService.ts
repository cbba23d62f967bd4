import type { Step } from "../bakeline/step";

/**
 * A service that answers 200 on `/health` while a command succeeds, for what has no health check of its own. Python,
 * because every image with cloud-init has it.
 */
export function healthService(port: number, check: string): Step[] {
  const program = `import http.server, os, subprocess
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        healthy = self.path == "/health" and subprocess.run(["/bin/sh", "-c", ${JSON.stringify(check)}], timeout=5).returncode == 0
        self.send_response(200 if healthy else 503)
        self.end_headers()
        self.wfile.write(os.environ.get("BAKELINE_INSTANCE_ID", "").encode())
    def log_message(self, *_):
        pass
http.server.ThreadingHTTPServer(("", ${port}), Handler).serve_forever()
`;
  const path = "/usr/lib/bakeline/health.py";
  return [
    { kind: "file", path, content: { kind: "literal", text: program } },
    {
      kind: "service",
      name: "bakeline-health",
      unit: [
        "[Unit]",
        "Description=Answers for the host's health",
        "[Service]",
        `ExecStart=/usr/bin/python3 -I ${path}`,
        "Restart=always",
        "DynamicUser=yes",
        "[Install]",
        "WantedBy=multi-user.target",
        "",
      ].join("\n"),
      drainSeconds: 5,
    },
  ];
}
