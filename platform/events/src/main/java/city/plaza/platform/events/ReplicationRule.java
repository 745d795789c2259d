package city.plaza.platform.events;

import java.util.ArrayList;
import java.util.List;

import city.plaza.platform.guard.ProductionRule;

import org.springframework.core.env.ConfigurableEnvironment;

/** An event that only one broker has is lost with it. */
class ReplicationRule implements ProductionRule {

	private static final int LEAST = 2;

	@Override
	public List<String> violations(ConfigurableEnvironment environment) {
		List<String> violations = new ArrayList<>();
		if (environment.getProperty("plaza.events.replication", Integer.class, LEAST) < LEAST) {
			violations.add("Production refuses plaza.events.replication (PLAZA_EVENTS_REPLICATION) below " + LEAST
					+ ": use 3, with three brokers.");
		}
		if (environment.getProperty("plaza.events.min-in-sync", Integer.class, LEAST) < LEAST) {
			violations.add("Production refuses plaza.events.min-in-sync (PLAZA_EVENTS_MIN_IN_SYNC) below " + LEAST
					+ ": it is min.insync.replicas of the topics.");
		}
		return violations;
	}

}
