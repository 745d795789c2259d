package city.plaza.accountlink.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import city.plaza.accountlink.LinkingFixture;
import city.plaza.accountlink.customer.Customer;
import city.plaza.accountlink.customer.CustomerNumber;
import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The links of three residents to one customer in a history made by chance, beside the
 * states that they should have.
 */
@PlazaTest
class LinkHistoryTests {

	private final String number = LinkingFixture.newNumber();

	private final List<ResidentId> residents = Stream.generate(UUID::randomUUID).limit(3).map(ResidentId::new).toList();

	private final Map<ResidentId, LinkState> states = new HashMap<>();

	private final Map<ResidentId, List<LinkId>> made = new HashMap<>();

	@Autowired
	private LinkingFixture fixture;

	@Autowired
	private AddLink addLink;

	@Autowired
	private RemoveLink removeLink;

	@Autowired
	private Links links;

	@Autowired
	private Transactions transactions;

	private Customer customer;

	@BeforeEach
	void knowTheCustomer() {
		String name = LinkingFixture.newName();
		this.fixture.know(this.number, name, 1);
		this.customer = new Customer(new CustomerNumber(this.number), name, "123 MAIN ST");
	}

	@ParameterizedTest
	@ValueSource(ints = { 20260302, 20261129 })
	void allowsEachActWhereTheStateOfTheLinkDoes(int seed) {
		Random random = new Random(seed);
		for (int step = 0; step < 50; step++) {
			ResidentId resident = this.residents.get(random.nextInt(3));
			LinkState before = this.states.getOrDefault(resident, LinkState.ENDED);
			String place = "seed %s, step %s, %s".formatted(seed, step, before);
			switch (random.nextInt(8)) {
				case 0 -> suspend(resident, before, place);
				case 1, 2, 3 -> remove(resident, random, before, place);
				default -> link(resident, before, place);
			}
			this.residents.forEach((one) -> assertThat(get(this.links.standing(one))).as(place)
				.hasSize((this.states.get(one) == LinkState.STANDING) ? 1 : 0));
			if (this.states.values().stream().allMatch(LinkState.SUSPENDED::equals)) {
				this.states.keySet().forEach(this::helpDeskEnds);
			}
		}
	}

	private void link(ResidentId resident, LinkState before, String place) {
		LinkOutcome outcome = get(this.transactions.inOne(this.addLink.add(resident, this.customer)));
		switch (before) {
			case STANDING -> assertThat(outcome).as(place).isEqualTo(new LinkOutcome.AlreadyLinked());
			case SUSPENDED -> assertThat(outcome).as(place).isEqualTo(new LinkOutcome.Suspended());
			case ENDED -> {
				assertThat(outcome).as(place).isInstanceOf(LinkOutcome.Linked.class);
				this.made.computeIfAbsent(resident, (any) -> new ArrayList<>())
					.add(((LinkOutcome.Linked) outcome).link().id());
				this.states.put(resident, LinkState.STANDING);
			}
		}
	}

	/** Of all links there ever were; only the standing one of the resident can end. */
	private void remove(ResidentId resident, Random random, LinkState before, String place) {
		ResidentId owner = this.residents.get(random.nextInt(3));
		List<LinkId> known = this.made.getOrDefault(owner, List.of(LinkId.next()));
		LinkId id = known.get(random.nextInt(known.size()));
		boolean ends = owner.equals(resident) && before == LinkState.STANDING && id.equals(known.getLast());
		assertThat(get(this.removeLink.remove(resident, id))).as(place).isEqualTo(ends);
		if (ends) {
			this.states.put(resident, LinkState.ENDED);
		}
	}

	private void suspend(ResidentId resident, LinkState before, String place) {
		boolean moves = before.mayBecome(LinkState.SUSPENDED);
		Mono<CustomerLink> suspended = this.links.suspend(resident, this.customer.number(), Instant.now());
		assertThat(suspended.blockOptional(Duration.ofSeconds(30)).isPresent()).as(place).isEqualTo(moves);
		if (moves) {
			this.states.put(resident, LinkState.SUSPENDED);
		}
	}

	private void helpDeskEnds(ResidentId resident) {
		this.fixture.endSuspended(resident.value(), this.number);
		this.states.put(resident, LinkState.ENDED);
	}

	private static <T> T get(Mono<T> value) {
		return Objects.requireNonNull(value.block(Duration.ofSeconds(30)));
	}

}
