package city.plaza.notification.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import city.plaza.notification.notice.DueNotice;
import city.plaza.notification.notice.DueNotices;
import city.plaza.notification.notice.NoticeId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The notices that this instance has taken and not settled. It renews their leases, takes
 * none of them a second time, and knows by its own monotonic clock which of them another
 * instance may have by now: a process that was frozen sends nothing old.
 */
@Component
class InHand {

	private final Map<NoticeId, Held> held = new ConcurrentHashMap<>();

	private final DueNotices dueNotices;

	private final Duration lease;

	InHand(DueNotices dueNotices, DeliverySettings settings) {
		this.dueNotices = dueNotices;
		this.lease = settings.lease();
	}

	/** Takes up to so many due notices, none that is in hand. */
	Mono<List<DueNotice>> take(int most, Duration giveUpAfter) {
		return Mono.defer(() -> {
			long end = System.nanoTime() + this.lease.toNanos();
			return this.dueNotices.take(most, this.lease, giveUpAfter, Set.copyOf(this.held.keySet()))
				.doOnNext((taken) -> taken.forEach((notice) -> this.held.put(notice.id(), new Held(notice, end))));
		});
	}

	/** Whether no other instance can have taken the notice over. */
	boolean isOurs(DueNotice notice) {
		Held entry = this.held.get(notice.id());
		return entry != null && entry.notice().tries() == notice.tries() && System.nanoTime() - entry.end() < 0;
	}

	void letGo(Collection<DueNotice> notices) {
		notices.forEach((notice) -> this.held.remove(notice.id()));
	}

	int size() {
		return this.held.size();
	}

	/** Renews all leases three times in the time of one; never ends by itself. */
	Flux<Void> keep() {
		return Flux.interval(this.lease.dividedBy(3)).onBackpressureDrop().concatMap((tick) -> renew());
	}

	private Mono<Void> renew() {
		List<DueNotice> all = this.held.values().stream().map(Held::notice).toList();
		if (all.isEmpty()) {
			return Mono.empty();
		}
		long end = System.nanoTime() + this.lease.toNanos();
		return this.dueNotices.renew(all, this.lease)
			.doOnNext((renewed) -> renewed
				.forEach((id) -> this.held.computeIfPresent(id, (same, old) -> new Held(old.notice(), end))))
			.then()
			.onErrorComplete();
	}

	private record Held(DueNotice notice, long end) {
	}

}
