package city.plaza.platform.events.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import city.plaza.platform.events.Event;
import city.plaza.platform.events.Traceparent;
import reactor.core.publisher.Mono;

/**
 * Events that are to be applied in one transaction, in their order.
 *
 * @param entries records of types without a handler are not among them
 * @param end the index behind the last record that was read
 */
record Batch(List<Entry<?>> entries, int end) {

	List<UUID> ids() {
		return this.entries.stream().<UUID>map(Entry::id).toList();
	}

	/**
	 * What is to be done for the events that are new; the same event twice is done once.
	 * @param remaining the new ones; empty afterwards
	 */
	List<Step> steps(Set<UUID> remaining) {
		List<Step> steps = new ArrayList<>();
		for (int index = 0; index < this.entries.size(); index++) {
			Entry<?> entry = this.entries.get(index);
			if (remaining.remove(entry.id())) {
				Step before = steps.isEmpty() ? null : steps.getLast();
				if (before != null && before.takes(entry)) {
					before.entries().add(entry);
				}
				else {
					steps.add(new Step(index, new ArrayList<>(List.of(entry))));
				}
			}
		}
		return steps;
	}

	/**
	 * An event with what applies it.
	 *
	 * @param index of its record among those that were polled
	 * @param trace that it belongs to
	 */
	record Entry<T>(int index, UUID id, Event<T> event, EventConsumer.Reading<T> reading, Traceparent trace) {
	}

	/**
	 * One call of a handler.
	 *
	 * @param first place in the batch of the first of its events
	 * @param entries one, or several of one type where its handler takes a list
	 */
	record Step(int first, List<Entry<?>> entries) {

		private boolean takes(Entry<?> next) {
			return next.reading().ofMany() && next.event().type().equals(this.entries.getFirst().event().type());
		}

		Mono<Void> apply() {
			Entry<?> one = this.entries.getFirst();
			Mono<Void> effect = Mono.defer(() -> apply(one.reading()));
			return (this.entries.size() == 1) ? effect.contextWrite(one.trace()::writeTo) : effect;
		}

		/** All are of this reading. */
		@SuppressWarnings("unchecked")
		private <T> Mono<Void> apply(EventConsumer.Reading<T> reading) {
			return reading.handler().handle(this.entries.stream().map((entry) -> (Event<T>) entry.event()).toList());
		}

	}

}
