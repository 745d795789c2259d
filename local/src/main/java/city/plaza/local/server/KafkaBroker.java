package city.plaza.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import city.plaza.local.cache.CachedProgram;
import city.plaza.local.cache.ClassCache;
import city.plaza.local.suite.FreePorts;
import city.plaza.local.suite.Home;
import city.plaza.local.suite.Layer;
import city.plaza.local.topology.Ports;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Port;

/** A real Kafka, broker and controller in one process, straight from its jars. */
public final class KafkaBroker implements CachedProgram {

	private static final String NAME = "kafka";

	private final Home home;

	/** Its own and the controller's. */
	private final List<Integer> ports;

	private final String classPath;

	private final ClassCache cache;

	private final Supplier<List<String>> cacheOptions;

	public KafkaBroker(Home home, Ports ports, String classPath, ClassCache cache) {
		this(home, List.of(ports.of(Port.KAFKA), ports.of(Port.KAFKA_CONTROLLER)), classPath, cache, cache::use);
	}

	private KafkaBroker(Home home, List<Integer> ports, String classPath, ClassCache cache,
			Supplier<List<String>> cacheOptions) {
		this.home = home;
		this.ports = ports;
		this.classPath = classPath;
		this.cache = cache;
		this.cacheOptions = cacheOptions;
	}

	@Override
	public String name() {
		return NAME;
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
	public void prepare() throws IOException, InterruptedException {
		this.cache.prepare();
		Files.createDirectories(data());
		Files.writeString(settings(), KafkaSettings.text(this.ports.getFirst(), this.ports.getLast(),
				this.home.directory().relativize(data())));
		if (!Files.exists(data().resolve("meta.properties"))) {
			format();
		}
	}

	@Override
	public List<String> command() {
		return java(this.cacheOptions.get(), "kafka.Kafka", settings().toString());
	}

	@Override
	public ClassCache cache() {
		return this.cache;
	}

	@Override
	public Program training(Home own) throws IOException {
		return new KafkaBroker(own, FreePorts.some(2), this.classPath, this.cache, this.cache::make);
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
		int code = new ProcessBuilder(java(List.of(), "kafka.tools.StorageTool", "format", "--cluster-id",
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

	private List<String> java(List<String> options, String main, String... arguments) {
		List<String> command = Java.command(this.home, NAME, 256);
		command.addAll(options);
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
