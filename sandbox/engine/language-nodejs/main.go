// The Node.js language host for an engine that is built here: https://www.pulumi.com/docs/iac/concepts/how-pulumi-works/.
// Pulumi's own is no Go module; the last version that could be built, of 2023, hides from programs what engines have
// learnt since, resource hooks among it. Speaks https://github.com/pulumi/pulumi/blob/master/proto/pulumi/language.proto
// as far as running a program needs it.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	"github.com/pulumi/pulumi/sdk/v3/go/common/version"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/emptypb"
)

// What the SDK's own run script ends with when it has told the user everything: nodejs/cmd/run/index.ts.
const exitedAfterTellingTheUser = 32

type host struct {
	pulumirpc.UnimplementedLanguageRuntimeServer
	engineAddress string
}

func main() {
	if len(os.Args) < 2 {
		fail(errors.New("usage: pulumi-language-nodejs <engine address>"))
	}
	// The engine starts hosts with flags of its own before the address.
	engineAddress := os.Args[len(os.Args)-1]
	ctx, cancel := context.WithCancel(context.Background())
	stop := make(chan bool)
	context.AfterFunc(ctx, func() { close(stop) })
	// A host whose engine is gone ends.
	if err := rpcutil.Healthcheck(ctx, engineAddress, 5*time.Minute, cancel); err != nil {
		fail(err)
	}
	handle, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: stop,
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, &host{engineAddress: engineAddress})
			return nil
		},
	})
	if err != nil {
		fail(err)
	}
	fmt.Println(handle.Port)
	if err := <-handle.Done; err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "pulumi-language-nodejs:", err)
	os.Exit(1)
}

func (h *host) Handshake(
	context.Context, *pulumirpc.LanguageHandshakeRequest,
) (*pulumirpc.LanguageHandshakeResponse, error) {
	return &pulumirpc.LanguageHandshakeResponse{}, nil
}

// None: every resource names the version of its plugin, and the sandbox has all of them.
func (h *host) GetRequiredPlugins(
	context.Context, *pulumirpc.GetRequiredPluginsRequest,
) (*pulumirpc.GetRequiredPluginsResponse, error) {
	return &pulumirpc.GetRequiredPluginsResponse{}, nil
}

func (h *host) GetPluginInfo(context.Context, *emptypb.Empty) (*pulumirpc.PluginInfo, error) {
	return &pulumirpc.PluginInfo{Version: version.Version}, nil
}

func (h *host) About(context.Context, *pulumirpc.AboutRequest) (*pulumirpc.AboutResponse, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return nil, err
	}
	shown, err := exec.Command(node, "--version").Output()
	if err != nil {
		return nil, err
	}
	return &pulumirpc.AboutResponse{Executable: node, Version: strings.TrimSpace(string(shown))}, nil
}

// Run runs the program to its end.
func (h *host) Run(ctx context.Context, req *pulumirpc.RunRequest) (*pulumirpc.RunResponse, error) {
	info := req.GetInfo()
	script, err := findRunScript(info.GetProgramDirectory(), info.GetRootDirectory())
	if err != nil {
		return &pulumirpc.RunResponse{Error: err.Error()}, nil
	}
	config, err := renderConfig(req)
	if err != nil {
		return nil, err
	}
	options := info.GetOptions().GetFields()
	arguments := strings.Fields(options["nodeargs"].GetStringValue())
	arguments = append(arguments, script)
	arguments = append(arguments, h.runArguments(req)...)
	// Killed with the request: a program that outlived its engine could only hang.
	program := exec.CommandContext(ctx, "node", arguments...)
	program.Stdout, program.Stderr = os.Stdout, os.Stderr
	program.Env = append(os.Environ(), config...)
	// Pulumi's default is a program in TypeScript.
	if typescript, told := options["typescript"]; !told || typescript.GetBoolValue() {
		program.Env = append(program.Env, "PULUMI_NODEJS_TYPESCRIPT=true")
	}
	return response(program.Run()), nil
}

func response(err error) *pulumirpc.RunResponse {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return &pulumirpc.RunResponse{}
	case !errors.As(err, &exit):
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("node could not be started: %v", err)}
	case exit.ExitCode() == exitedAfterTellingTheUser:
		return &pulumirpc.RunResponse{Bail: true}
	default:
		return &pulumirpc.RunResponse{Error: fmt.Sprintf("Program exited with %v", exit)}
	}
}

// findRunScript looks for the SDK's run script as Node.js resolves a package, without starting Node.js for it.
func findRunScript(folders ...string) (string, error) {
	for _, folder := range folders {
		for at := folder; ; at = filepath.Dir(at) {
			script := filepath.Join(at, "node_modules", "@pulumi", "pulumi", "cmd", "run")
			if _, err := os.Stat(script); err == nil {
				return script, nil
			}
			if at == filepath.Dir(at) {
				break
			}
		}
	}
	return "", fmt.Errorf("no @pulumi/pulumi in a node_modules above %s; run npm ci", strings.Join(folders, " or "))
}

func (h *host) runArguments(req *pulumirpc.RunRequest) []string {
	info := req.GetInfo()
	named := [][2]string{
		{"monitor", req.GetMonitorAddress()},
		{"engine", h.engineAddress},
		{"organization", req.GetOrganization()},
		{"project", req.GetProject()},
		{"root-directory", info.GetRootDirectory()},
		{"stack", req.GetStack()},
		{"pwd", req.GetPwd()},
		{"parallel", strconv.Itoa(int(req.GetParallel()))},
	}
	var arguments []string
	for _, pair := range named {
		if pair[1] != "" {
			arguments = append(arguments, "--"+pair[0], pair[1])
		}
	}
	if req.GetDryRun() {
		arguments = append(arguments, "--dry-run")
	}
	return append(append(arguments, info.GetEntryPoint()), req.GetArgs()...)
}

// renderConfig hands a stack's config over as the SDK reads it: nodejs/runtime/config.ts.
func renderConfig(req *pulumirpc.RunRequest) ([]string, error) {
	config := req.GetConfig()
	if config == nil {
		config = map[string]string{}
	}
	secretKeys := req.GetConfigSecretKeys()
	if secretKeys == nil {
		secretKeys = []string{}
	}
	values, err := json.Marshal(config)
	if err != nil {
		return nil, err
	}
	secrets, err := json.Marshal(secretKeys)
	if err != nil {
		return nil, err
	}
	return []string{"PULUMI_CONFIG=" + string(values), "PULUMI_CONFIG_SECRET_KEYS=" + string(secrets)}, nil
}
