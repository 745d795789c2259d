package city.plaza.local.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.Http;
import city.plaza.local.suite.Layer;
import city.plaza.local.topology.Ports;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Port;

/** The mail inbox as a process of its own: killing anything else loses no mail. */
public final class InboxServer implements Program {

	private final Home home;

	private final Ports ports;

	private final Path jar;

	/**
	 * An inbox that has not been started.
	 * @param jar what the module {@code inbox} builds, with its libraries beside it
	 */
	public InboxServer(Home home, Ports ports, Path jar) {
		this.home = home;
		this.ports = ports;
		this.jar = jar;
	}

	@Override
	public String name() {
		return "inbox";
	}

	@Override
	public int port() {
		return this.ports.of(Port.INBOX);
	}

	@Override
	public List<Integer> ports() {
		return List.of(this.ports.of(Port.INBOX), this.ports.of(Port.SMTP));
	}

	@Override
	public Layer layer() {
		return Layer.SERVER;
	}

	@Override
	public List<String> command() {
		List<String> command = Java.command(this.home, name(), 48);
		command.addAll(List.of("-jar", this.jar.toString()));
		return command;
	}

	@Override
	public Map<String, String> environment() {
		return Map.of("INBOX_HTTP_ADDRESS", "127.0.0.1:" + this.ports.of(Port.INBOX), "INBOX_SMTP_ADDRESS",
				"127.0.0.1:" + this.ports.of(Port.SMTP), "INBOX_DIRECTORY", this.home.data("inbox").toString());
	}

	@Override
	public boolean ready() throws IOException {
		return Http.status("http://127.0.0.1:" + port() + "/dev/inbox/messages?to=nobody@localhost") == 200;
	}

}
