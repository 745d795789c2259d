package city.plaza.platform.events.outbox;

import city.plaza.platform.events.PeriodicTask;
import reactor.core.publisher.Mono;

/** Measures what waits in the outbox, and deletes what earlier versions left. */
class OutboxHousekeeping {

	private final OutboxBacklog backlog;

	private final OutboxMetrics metrics;

	OutboxHousekeeping(OutboxBacklog backlog, OutboxMetrics metrics) {
		this.backlog = backlog;
		this.metrics = metrics;
	}

	Mono<Void> measure() {
		return this.backlog.measure().doOnNext(this.metrics::backlog).then();
	}

	Mono<Void> clean() {
		return PeriodicTask.inBatches(this.backlog::forgetPublished);
	}

}
