package city.plaza.platform.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Leaves without a failed request: asked to stop, the instance first publishes it in the
 * registry and serves on until the others know; only then does the server stop listening.
 */
final class Drain implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Drain.class);

	/** Stops before everything else, the web server included. */
	private static final int FIRST = Integer.MAX_VALUE;

	private final Duration time;

	private final Consumer<String> registry;

	private volatile boolean isRunning;

	/**
	 * A drain.
	 * @param time until the others know; none: the process stops at once
	 * @param registry takes the status to publish
	 */
	Drain(Duration time, Consumer<String> registry) {
		this.time = time;
		this.registry = registry;
	}

	@Override
	public void start() {
		this.isRunning = true;
	}

	@Override
	public void stop(Runnable goOn) {
		this.isRunning = false;
		if (!this.time.isPositive()) {
			goOn.run();
			return;
		}
		log.info("Leaving: out of the registry now, serving for another {} ms", this.time.toMillis());
		this.registry.accept("DOWN");
		Executor later = CompletableFuture.delayedExecutor(this.time.toMillis(), TimeUnit.MILLISECONDS);
		later.execute(goOn);
	}

	@Override
	public void stop() {
		this.isRunning = false;
	}

	@Override
	public boolean isRunning() {
		return this.isRunning;
	}

	@Override
	public int getPhase() {
		return FIRST;
	}

}
