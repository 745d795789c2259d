package city.plaza.platform.runtime;

import java.util.function.Consumer;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Joins the others last of all: it registers as starting, and as up once its server
 * listens and all runners, which prepare it, are through.
 */
final class Joining implements ApplicationListener<ApplicationReadyEvent> {

	private final Consumer<String> registry;

	/**
	 * A joining.
	 * @param registry takes the status to publish
	 */
	Joining(Consumer<String> registry) {
		this.registry = registry;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent ready) {
		this.registry.accept("UP");
	}

}
