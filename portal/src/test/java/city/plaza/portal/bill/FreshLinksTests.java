package city.plaza.portal.bill;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import city.plaza.portal.client.Problems;
import city.plaza.portal.link.CustomerLink;
import city.plaza.portal.link.CustomerLinks;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class FreshLinksTests {

	private final AtomicInteger calls = new AtomicInteger();

	@Test
	void askOnceWhereBillingKnowsTheLink() {
		StepVerifier.create(fresh("100234").await("100234", foundAt(1))).expectNext("found").verifyComplete();
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void askAgainWhereTheResidentHasTheLinkAlready() {
		StepVerifier.create(fresh("100234").await("100234", foundAt(3))).expectNext("found").verifyComplete();
		assertThat(this.calls).hasValue(3);
	}

	@Test
	void giveUpSoonerThanAPageDoes() {
		StepVerifier.create(fresh("100234").await("100234", foundAt(100))).verifyError(FreshLinks.NotYetKnown.class);
		assertThat(this.calls).hasValue(5);
	}

	@Test
	void doNotAskAgainForACustomerOfSomeoneElse() {
		StepVerifier.create(fresh("555").await("100234", foundAt(3)))
			.verifyErrorMatches((error) -> error.getMessage().equals("404 not-found"));
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void takeNoOutageForALinkThatIsNotKnown() {
		StepVerifier.create(fresh("100234").await("100234", Mono.error(Problems.outage())))
			.verifyErrorMatches((error) -> error.getMessage().startsWith("billing-service is not available"));
	}

	private Mono<String> foundAt(int call) {
		return Mono.defer(() -> (this.calls.incrementAndGet() >= call) ? Mono.just("found")
				: Mono.error(Problems.of(HttpStatus.NOT_FOUND, "not-found")));
	}

	private static FreshLinks fresh(String linked) {
		return new FreshLinks(new Linked(linked));
	}

	/** A resident with one link. */
	private record Linked(String customerNumber) implements CustomerLinks {

		@Override
		public Mono<Page> all() {
			return Mono.just(new Page(List.of(new CustomerLink("link-1", this.customerNumber, "EXAMPLE", null))));
		}

		@Override
		public Mono<CustomerLink> link(LinkRequest request) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Mono<Void> remove(String id) {
			throw new UnsupportedOperationException();
		}

	}

}
