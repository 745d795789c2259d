package city.plaza.platform.events;

import org.springframework.boot.health.contributor.Health;

/** What a part of this module shows in the health of events. */
@FunctionalInterface
public interface HealthDetails {

	/**
	 * Adds details, and a status where it is not {@code UP}.
	 * @param health to add to
	 */
	void addTo(Health.Builder health);

}
