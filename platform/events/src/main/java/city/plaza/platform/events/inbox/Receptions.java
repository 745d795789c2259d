package city.plaza.platform.events.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What applies the events of each subscription of this service. */
record Receptions(List<Reception> all) {

	/**
	 * Those of the subscriptions.
	 * @throws IllegalStateException if two have one name: they would share offsets and
	 * inbox
	 */
	static Receptions of(List<Subscription> subscriptions, Function<Subscription, Reception> reception) {
		Set<String> names = new HashSet<>();
		for (Subscription subscription : subscriptions) {
			if (!names.add(subscription.name())) {
				throw new IllegalStateException("Two subscriptions are named " + subscription.name());
			}
		}
		return new Receptions(subscriptions.stream().map(reception).toList());
	}

	<T> List<T> map(Function<Reception, T> make) {
		return this.all.stream().map(make).toList();
	}

}
