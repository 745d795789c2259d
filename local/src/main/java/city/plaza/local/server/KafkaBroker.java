package city.plaza.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.Layer;
import city.plaza.local.topology.Ports;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Port;

/** A real Kafka, broker and controller in one process, straight from its jars. */
public final class KafkaBroker implements Program {

	private static final String NAME = "kafka";

	private final Home home;

	private final Ports ports;

	private final String classPath;

	public KafkaBroker(Home home, Ports ports, String classPath) {
		this.home = home;
		this.ports = ports;
		this.classPath = classPath;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public int port() {
		return this.ports.of(Port.KAFKA);
	}

	@Override
	public List<Integer> ports() {
		return List.of(this.ports.of(Port.KAFKA), this.ports.of(Port.KAFKA_CONTROLLER));
	}

	@Override
	public Layer layer() {
		return Layer.SERVER;
	}

	@Override
	public void prepare() throws IOException, InterruptedException {
		Files.createDirectories(data());
		Files.writeString(settings(), KafkaSettings.text(this.ports, this.home.directory().relativize(data())));
		if (!Files.exists(data().resolve("meta.properties"))) {
			format();
		}
	}

	@Override
	public List<String> command() {
		return java("kafka.Kafka", settings().toString());
	}

	@Override
	public Map<String, String> environment() {
		return Map.of();
	}

	@Override
	public boolean ready() throws IOException {
		return KafkaProbe.serves("127.0.0.1:" + port());
	}

	@Override
	public Duration stopTimeout() {
		return Duration.ofSeconds(10);
	}

	private void format() throws IOException, InterruptedException {
		int code = new ProcessBuilder(java("kafka.tools.StorageTool", "format", "--cluster-id",
				"plaza-local-cluster-00", "--config", settings().toString(), "--ignore-formatted"))
			.directory(this.home.directory().toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.home.log(NAME).toFile()))
			.start()
			.waitFor();
		if (code != 0) {
			throw new IOException("formatting Kafka's directory ended with exit code " + code);
		}
	}

	private List<String> java(String main, String... arguments) {
		List<String> command = Java.command(this.home, NAME, 256);
		command.addAll(List.of("-cp", this.classPath, main));
		command.addAll(List.of(arguments));
		return command;
	}

	private Path data() {
		return this.home.data(NAME);
	}

	private Path settings() {
		return data().resolveSibling("kafka.properties");
	}

}
