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
import city.plaza.local.topology.Ports;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Port;

/** The mail inbox as a process of its own: killing anything else loses no mail. */
public final class InboxServer implements CachedProgram {

	private final Home home;

	/** For people and programs, and for mail. */
	private final List<Integer> ports;

	private final Path jar;

	private final ClassCache cache;

	private final Supplier<List<String>> cacheOptions;

	/**
	 * An inbox that has not been started.
	 * @param jar what the module {@code inbox} builds, with its libraries beside it
	 */
	public InboxServer(Home home, Ports ports, Path jar, ClassCache cache) {
		this(home, List.of(ports.of(Port.INBOX), ports.of(Port.SMTP)), jar, cache, cache::use);
	}

	private InboxServer(Home home, List<Integer> ports, Path jar, ClassCache cache,
			Supplier<List<String>> cacheOptions) {
		this.home = home;
		this.ports = ports;
		this.jar = jar;
		this.cache = cache;
		this.cacheOptions = cacheOptions;
	}

	@Override
	public String name() {
		return "inbox";
	}

	@Override
	public int port() {
		return this.ports.getFirst();
	}

	@Override
	public List<Integer> ports() {
		return this.ports;
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
		List<String> command = Java.command(this.home, name(), 48);
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
		return new InboxServer(own, FreePorts.some(2), this.jar, this.cache, this.cache::make);
	}

	@Override
	public Map<String, String> environment() {
		return Map.of("INBOX_HTTP_ADDRESS", "127.0.0.1:" + this.ports.getFirst(), "INBOX_SMTP_ADDRESS",
				"127.0.0.1:" + this.ports.getLast(), "INBOX_DIRECTORY", this.home.data("inbox").toString());
	}

	@Override
	public boolean ready() throws IOException {
		return Http.status("http://127.0.0.1:" + port() + "/dev/inbox/messages?to=nobody@localhost") == 200;
	}

}
