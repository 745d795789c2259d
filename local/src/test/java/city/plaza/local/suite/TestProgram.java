package city.plaza.local.suite;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A program whose every part can be made to fail. */
final class TestProgram implements Program {

	static final String RUNS_ON = "while :; do sleep 0.05; done";

	private final String name;

	private final String script;

	final AtomicInteger prepared = new AtomicInteger();

	private Step prepare = (time) -> {
	};

	private Step ready = (time) -> {
	};

	private final AtomicInteger asked = new AtomicInteger();

	TestProgram(String name, String script) {
		this.name = name;
		this.script = script;
	}

	/** A part of a program; gets how often it was taken, from one. */
	@FunctionalInterface
	interface Step {

		void take(int time) throws IOException;

	}

	TestProgram preparing(Step step) {
		this.prepare = step;
		return this;
	}

	TestProgram whenAsked(Step step) {
		this.ready = step;
		return this;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public int port() {
		return 1;
	}

	@Override
	public Layer layer() {
		return Layer.SERVICE;
	}

	@Override
	public void prepare() throws IOException {
		this.prepare.take(this.prepared.incrementAndGet());
	}

	@Override
	public List<String> command() {
		return List.of("/bin/sh", "-c", this.script, this.name);
	}

	@Override
	public Map<String, String> environment() {
		return Map.of("OF_THE_PROGRAM", "its own");
	}

	@Override
	public boolean ready() throws IOException {
		this.ready.take(this.asked.incrementAndGet());
		return true;
	}

}
