package city.plaza.platform.events;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a service reads.
 *
 * @param all with names that differ: two of one name would share a place and an inbox
 */
record Consumptions(List<Consumption> all) {

	static Consumptions of(List<Subscription> subscriptions, String service) {
		Set<String> names = new HashSet<>();
		for (Subscription subscription : subscriptions) {
			if (!names.add(subscription.name())) {
				throw new IllegalStateException("Two subscriptions are named " + subscription.name());
			}
		}
		return new Consumptions(subscriptions.stream()
			.map((subscription) -> new Consumption(subscription, service + "." + subscription.name()))
			.toList());
	}

}
