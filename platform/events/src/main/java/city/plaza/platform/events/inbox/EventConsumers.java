package city.plaza.platform.events.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** All consumers of this service, each as what applies its events. */
record EventConsumers(List<ApplyEvents> all) {

	/**
	 * Those that are declared.
	 * @throws IllegalStateException if two have one name: they would share offsets and
	 * inbox
	 */
	static EventConsumers of(List<EventConsumer> declared, Function<EventConsumer, ApplyEvents> apply) {
		Set<String> names = new HashSet<>();
		for (EventConsumer consumer : declared) {
			if (!names.add(consumer.name())) {
				throw new IllegalStateException("Two event consumers are named " + consumer.name());
			}
		}
		return new EventConsumers(declared.stream().map(apply).toList());
	}

	<T> List<T> map(Function<ApplyEvents, T> make) {
		return this.all.stream().map(make).toList();
	}

}
