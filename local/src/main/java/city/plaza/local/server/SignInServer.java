package city.plaza.local.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import city.plaza.local.cache.CachedProgram;
import city.plaza.local.cache.ClassCache;
import city.plaza.local.suite.FreePorts;
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
public final class SignInServer implements CachedProgram {

	private final Home home;

	private final int port;

	private final Path jar;

	private final ClassCache cache;

	private final Supplier<List<String>> cacheOptions;

	/**
	 * A provider that has not been started.
	 * @param jar what the module {@code sign-in-provider} builds, with its libraries
	 * beside it
	 */
	public SignInServer(Home home, Ports ports, Path jar, ClassCache cache) {
		this(home, ports.of(Port.SIGN_IN), jar, cache, cache::use);
	}

	private SignInServer(Home home, int port, Path jar, ClassCache cache, Supplier<List<String>> cacheOptions) {
		this.home = home;
		this.port = port;
		this.jar = jar;
		this.cache = cache;
		this.cacheOptions = cacheOptions;
	}

	@Override
	public String name() {
		return Port.SIGN_IN.label();
	}

	@Override
	public int port() {
		return this.port;
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
	public void prepare() throws IOException {
		this.cache.prepare();
	}

	@Override
	public List<String> command() {
		List<String> command = Java.command(this.home, name(), 64);
		command.addAll(this.cacheOptions.get());
		command.addAll(List.of("-jar", this.jar.toString()));
		return command;
	}

	@Override
	public ClassCache cache() {
		return this.cache;
	}

	@Override
	public Program training(Home own) throws IOException {
		return new SignInServer(own, FreePorts.some(1).getFirst(), this.jar, this.cache, this.cache::make);
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
