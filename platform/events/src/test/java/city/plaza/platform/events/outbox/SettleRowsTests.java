package city.plaza.platform.events.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import city.plaza.platform.events.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

class SettleRowsTests {

	private final RelayTransaction in = mock();

	private final Topics topics = mock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final SettleRows settle = new SettleRows(this.topics, new OutboxMetrics(this.meters));

	private final List<String> parked = new ArrayList<>();

	@BeforeEach
	void transaction() {
		given(this.in.park(any(), any()))
			.willAnswer((call) -> Mono.fromRunnable(() -> this.parked.add(call.getArgument(1))));
		given(this.in.commit(anyList())).willReturn(Mono.empty());
	}

	@Test
	void parksAtOnceWhatWillNeverFit() {
		settle(row("a"), new RecordTooLargeException("secret"));
		assertThat(this.parked).containsExactly("RecordTooLargeException");
		assertThat(this.settle.pausedTopics()).isEmpty();
		assertThat(this.meters.counter("plaza.events.parked", "topic", "a").count()).isOne();
	}

	@Test
	void pausesATopicWithoutPermission() {
		settle(row("a"), new TopicAuthorizationException("a"));
		assertThat(this.settle.pausedTopics()).containsExactly("a");
		assertThat(this.parked).isEmpty();
	}

	@Test
	void asksAgainForTheTopicInAnOutageAndPausesNothing() {
		TimeoutException down = new TimeoutException("Topic a not present in metadata after 60000 ms.");
		settle(row("a"), down);
		then(this.topics).should().forget("a", down);
		assertThat(this.settle.pausedTopics()).isEmpty();
		assertThat(this.parked).isEmpty();
	}

	@Test
	void parksWhatFailsForAnUnknownReasonOnceItIsTheRowsFault() {
		OutboxRow bad = row("a");
		for (int tries = 1; tries <= 4; tries++) {
			settle(bad, new InvalidRequestException("no"));
		}
		assertThat(this.settle.pausedTopics()).containsExactly("a");
		this.settle.sent(this.in, List.of(row("b"))).block();
		settle(bad, new InvalidRequestException("no"));
		assertThat(this.parked).containsExactly("InvalidRequestException");
		settle(bad, new InvalidRequestException("no"));
		assertThat(this.parked).as("released, it has all its tries again").hasSize(1);
	}

	@Test
	void deletesWhatWasSentWithTheCommitAndCountsIt() {
		List<OutboxRow> sent = List.of(row("a"), row("a"), row("b"));
		this.settle.sent(this.in, sent).block();
		then(this.in).should().commit(sent.stream().map(OutboxRow::id).toList());
		assertThat(this.meters.counter("plaza.events.published", "topic", "a").count()).isEqualTo(2);
		assertThat(this.meters.counter("plaza.events.published", "topic", "b").count()).isOne();
	}

	@Test
	void countsNothingThatCouldNotBeDeleted() {
		given(this.in.commit(anyList())).willReturn(Mono.error(new IllegalStateException("down")));
		this.settle.sent(this.in, List.of(row("a"))).onErrorComplete().block();
		assertThat(this.meters.find("plaza.events.published").counter()).isNull();
	}

	@Test
	void parksTheRowsOfAnUnknownTopicAndKeepsTheOthersInTheirOrder() {
		given(this.topics.missing(anyCollection())).willReturn(Mono.just(Set.of("unknown")));
		OutboxRow one = row("a");
		OutboxRow two = row("b");
		List<OutboxRow> known = this.settle.ofKnownTopics(this.in, List.of(one, row("unknown"), two, row("unknown")))
			.block();
		assertThat(known).containsExactly(one, two);
		assertThat(this.parked).containsExactly("The topic is unknown", "The topic is unknown");
	}

	@Test
	void waitsForAnOwnTopicThatIsNotThereYet() {
		given(this.topics.missing(anyCollection())).willReturn(Mono.just(Set.of("own")));
		given(this.topics.isOwned("own")).willReturn(true);
		OutboxRow other = row("a");
		assertThat(this.settle.ofKnownTopics(this.in, List.of(row("own"), other)).block()).containsExactly(other);
		assertThat(this.settle.pausedTopics()).containsExactly("own");
		assertThat(this.parked).isEmpty();
	}

	@Test
	void endsARoundByWhatItFound() {
		given(this.topics.missing(anyCollection())).willReturn(Mono.just(Set.of()));
		assertThat(drain(List.of(claim(true), claim(true), claim(false)))).isEqualTo(Relay.Outcome.DRAINED);
		then(this.in).should(times(3)).commit(anyList());
		assertThat(drain(List.of())).as("nothing to claim").isEqualTo(Relay.Outcome.DRAINED);
		assertThat(drain(List.of(claim(true), Mono.error(new IllegalStateException("no connection")), claim(false))))
			.isEqualTo(Relay.Outcome.FAILED);
	}

	@Test
	void keepsWhatWasSentBeforeAnOutage() {
		given(this.topics.missing(anyCollection())).willReturn(Mono.just(Set.of()));
		List<OutboxRow> rows = List.of(row("a"), row("b"));
		Relay relay = new Relay(
				claims(List
					.of(Mono.just(new ClaimRows.Claim(this.in, rows, Long.MAX_VALUE / 2 + System.nanoTime(), true)))),
				(row, lastBegin) -> row.equals(rows.getFirst()) ? Mono.empty()
						: Mono.error(new TimeoutException("down")),
				this.settle);
		assertThat(relay.drain().block()).isEqualTo(Relay.Outcome.FAILED);
		then(this.in).should().commit(List.of(rows.getFirst().id()));
	}

	private Relay.Outcome drain(List<Mono<ClaimRows.Claim>> claims) {
		return new Relay(claims(claims), (row, lastBegin) -> Mono.empty(), this.settle).drain().block();
	}

	/** One after the other, then none. */
	private static ClaimRows claims(List<Mono<ClaimRows.Claim>> claims) {
		List<Mono<ClaimRows.Claim>> left = new ArrayList<>(claims);
		ClaimRows relay = mock();
		given(relay.<Relay.Outcome>claim(any(), any())).willAnswer((call) -> {
			Function<ClaimRows.Claim, Mono<Relay.Outcome>> work = call.getArgument(1);
			return left.isEmpty() ? Mono.empty() : left.removeFirst().flatMap(work);
		});
		return relay;
	}

	private Mono<ClaimRows.Claim> claim(boolean isFull) {
		return Mono
			.just(new ClaimRows.Claim(this.in, List.of(row("a")), System.nanoTime() + 1_000_000_000_000L, isFull));
	}

	private void settle(OutboxRow row, Throwable error) {
		Flux.from(this.settle.failed(this.in, row, error)).blockLast();
	}

	private static OutboxRow row(String topic) {
		return new OutboxRow(UUID.randomUUID(), topic, "key", "Sent", "/test", "{}", null, Instant.EPOCH);
	}

}
