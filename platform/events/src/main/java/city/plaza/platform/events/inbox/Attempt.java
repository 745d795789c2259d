package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import city.plaza.platform.events.deadletter.FailureKind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A try to apply a batch in one transaction. Afterwards it knows how far it came, or
 * where it failed.
 */
class Attempt {

	private final Batch batch;

	private final Duration time;

	/** Of the step that was begun last; at first and in the end the whole batch. */
	private volatile int first;

	private volatile int length;

	private volatile int applied;

	private volatile int fresh;

	/**
	 * A try, not yet begun.
	 * @param time after which no further event is begun: those that are applied are
	 * committed, and the rest is another batch
	 */
	Attempt(Batch batch, Duration time) {
		this.batch = batch;
		this.time = time;
		this.length = batch.entries().size();
		this.applied = this.length;
	}

	/**
	 * Runs the handlers one after the other.
	 * @param remembered events that are new to the consumer
	 * @return the ids of those that there was no time for
	 */
	Mono<List<UUID>> apply(Set<UUID> remembered) {
		List<Batch.Step> steps = this.batch.steps(remembered);
		long began = System.nanoTime();
		return Flux.range(0, steps.size())
			.takeWhile((step) -> step == 0 || System.nanoTime() - began < this.time.toNanos())
			.concatMap((step) -> begin(steps.get(step)).thenReturn(step), 0)
			.count()
			.map((done) -> end(steps, done.intValue()));
	}

	private Mono<Void> begin(Batch.Step step) {
		this.first = step.first();
		this.length = step.entries().size();
		return step.apply();
	}

	private List<UUID> end(List<Batch.Step> steps, int done) {
		this.first = 0;
		this.length = this.batch.entries().size();
		this.applied = (done < steps.size()) ? steps.get(done).first() : this.length;
		this.fresh = steps.subList(0, done).stream().mapToInt((step) -> step.entries().size()).sum();
		return steps.subList(done, steps.size())
			.stream()
			.flatMap((step) -> step.entries().stream())
			.<UUID>map(Batch.Entry::id)
			.toList();
	}

	/** How many events of the batch were new and took effect. */
	int fresh() {
		return this.fresh;
	}

	/** How many had been applied before. */
	int repeated() {
		return this.applied - this.fresh;
	}

	/** The index of the first record that was not done. */
	int next() {
		boolean isWhole = this.applied == this.batch.entries().size();
		return isWhole ? this.batch.end() : this.batch.entries().get(this.applied).index();
	}

	/** How many events of the batch are done. */
	int applied() {
		return this.applied;
	}

	/**
	 * How many events to try next after a failure, so that each is judged by itself: what
	 * came before the one that failed is applied first, and where it is not known which
	 * one failed the batch is halved.
	 * @return 0 if it was the first event of the batch that failed, or none can be
	 * applied now
	 */
	int smaller(Throwable failure) {
		if (this.first > 0) {
			return this.first;
		}
		return (FailureKind.of(failure) == FailureKind.OUTAGE) ? 0 : this.length / 2;
	}

}
