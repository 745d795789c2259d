package city.plaza.local.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.Http;
import city.plaza.local.suite.Layer;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Port;
import city.plaza.local.topology.Ports;

/**
 * A provider of sign-in (OpenID Connect) as a process of its own, where anyone signs in
 * as anybody. It listens to this machine alone, and production refuses its address.
 */
public final class SignInServer implements Program {

	private final Home home;

	private final Ports ports;

	private final Path jar;

	/**
	 * A provider that has not been started.
	 * @param jar what the module {@code sign-in-provider} builds, with its libraries
	 * beside it
	 */
	public SignInServer(Home home, Ports ports, Path jar) {
		this.home = home;
		this.ports = ports;
		this.jar = jar;
	}

	@Override
	public String name() {
		return Port.SIGN_IN.label();
	}

	@Override
	public int port() {
		return this.ports.of(Port.SIGN_IN);
	}

	@Override
	public List<Integer> ports() {
		return List.of(port());
	}

	@Override
	public Layer layer() {
		return Layer.SERVER;
	}

	@Override
	public List<String> command() {
		List<String> command = Java.command(this.home, name(), 64);
		command.addAll(List.of("-jar", this.jar.toString()));
		return command;
	}

	@Override
	public Map<String, String> environment() {
		return Map.of("SERVER_HOSTNAME", "127.0.0.1", "SERVER_PORT", Integer.toString(port()), "JSON_CONFIG",
				"{\"interactiveLogin\":true,\"httpServer\":\"NettyWrapper\"}");
	}

	@Override
	public boolean ready() throws IOException {
		return Http.status("http://127.0.0.1:" + port() + "/isalive") == 200;
	}

}
