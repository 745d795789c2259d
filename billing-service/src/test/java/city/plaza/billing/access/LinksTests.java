package city.plaza.billing.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Events of a link in any order, each as often as it likes to come. */
@PlazaTest
class LinksTests {

	private static final Instant THEN = Instant.parse("2026-03-03T12:00:00Z");

	private final ResidentId resident = new ResidentId(UUID.randomUUID());

	@Autowired
	private Links links;

	@Autowired
	private ReadableCustomers readable;

	@Autowired
	private DatabaseClient database;

	@Test
	void whatEndedStaysEndedInEveryOrder() {
		List<List<Step>> wrong = new ArrayList<>();
		for (List<Step> history : histories(4)) {
			Link link = new Link(UUID.randomUUID(), this.resident, newCustomer());
			apply(link, history).block();
			boolean isLinked = history.stream().allMatch((step) -> step == Step.LINK);
			if (mayRead(link) != isLinked) {
				wrong.add(history);
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void keepsTheMomentOfTheFirstEnd() {
		Link link = new Link(UUID.randomUUID(), this.resident, newCustomer());
		apply(link, List.of(Step.LINK, Step.SUSPEND, Step.UNLINK, Step.SUSPEND)).block();
		assertThat(this.database.sql("select ended_at from link where link_id = :id")
			.bind("id", link.id())
			.map((row) -> row.get("ended_at", Instant.class))
			.one()
			.block()).isEqualTo(THEN.plusSeconds(1));
	}

	@Test
	void oneLinkOfTwoIsEnough() {
		for (List<Step> first : histories(2)) {
			for (List<Step> second : histories(2)) {
				Link one = new Link(UUID.randomUUID(), this.resident, newCustomer());
				Link other = new Link(UUID.randomUUID(), this.resident, one.customer());
				apply(one, first).then(apply(other, second)).block();
				boolean isLinked = first.stream().allMatch((step) -> step == Step.LINK)
						|| second.stream().allMatch((step) -> step == Step.LINK);
				assertThat(mayRead(other)).as("%s, %s", first, second).isEqualTo(isLinked);
			}
		}
	}

	@Test
	void endsOnceHoweverManyEventsComeAtOnce() {
		Link link = new Link(UUID.randomUUID(), this.resident, newCustomer());
		Flux.range(0, 40).flatMap((at) -> apply(link, List.of(Step.values()[at % 3])), 8).then().block();
		assertThat(mayRead(link)).isFalse();
		assertThat(this.database.sql("select count(*) from link where link_id = :id")
			.bind("id", link.id())
			.map((row) -> row.get(0, Long.class))
			.one()
			.block()).isOne();
	}

	@Test
	void showsNobodyWhatAnotherHasLinked() {
		Link link = new Link(UUID.randomUUID(), this.resident, newCustomer());
		apply(link, List.of(Step.LINK)).block();
		CustomerNumber other = new CustomerNumber(newCustomer());
		CustomerNumber own = new CustomerNumber(link.customer());
		assertThat(this.readable.among(this.resident, List.of(own, other)).block()).containsExactly(own);
		assertThat(this.readable.among(new ResidentId(UUID.randomUUID()), List.of(own, other)).block()).isEmpty();
		assertThat(this.readable.among(this.resident, List.of()).block()).isEmpty();
	}

	/** Every sequence of one to so many events. */
	private static List<List<Step>> histories(int longest) {
		List<List<Step>> all = new ArrayList<>();
		List<List<Step>> last = List.of(List.of());
		for (int length = 1; length <= longest; length++) {
			List<List<Step>> longer = new ArrayList<>();
			for (List<Step> history : last) {
				for (Step step : Step.values()) {
					List<Step> next = new ArrayList<>(history);
					next.add(step);
					longer.add(next);
				}
			}
			all.addAll(longer);
			last = longer;
		}
		return all;
	}

	private Mono<Void> apply(Link link, List<Step> history) {
		return Flux.range(0, history.size()).concatMap((at) -> {
			Instant moment = THEN.plusSeconds(at);
			return switch (history.get(at)) {
				case LINK -> this.links.begin(new AccountLinked(link.id(), link.resident(), link.customer(), moment));
				case UNLINK -> this.links.end(new AccountUnlinked(link.id(), link.resident(), link.customer(), moment));
				case SUSPEND ->
					this.links.end(new AccountLinkSuspended(link.id(), link.resident(), link.customer(), moment));
			};
		}).then();
	}

	private boolean mayRead(Link link) {
		CustomerNumber customer = new CustomerNumber(link.customer());
		return this.readable.among(link.resident(), List.of(customer)).block().contains(customer);
	}

	private static String newCustomer() {
		return "L" + UUID.randomUUID().toString().substring(0, 13);
	}

	private record Link(UUID id, ResidentId resident, String customer) {
	}

	private enum Step {

		LINK, UNLINK, SUSPEND

	}

}
