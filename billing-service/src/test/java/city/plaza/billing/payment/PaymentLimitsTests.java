package city.plaza.billing.payment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.FluxExchangeResult;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class PaymentLimitsTests {

	@Autowired
	private Faults faults;

	@Autowired
	private Payer payer;

	@Test
	void letsExactly20Of50StartsAtOnceThrough() throws Exception {
		List<String> bills = bills(50);
		List<FluxExchangeResult<JsonNode>> responses = atOnce(bills.stream().map(this::starting).toList());
		assertThat(responses).filteredOn((it) -> it.getStatus().value() == 201).hasSize(20);
		assertThat(responses).filteredOn((it) -> it.getStatus().value() == 429).hasSize(30).allSatisfy((refused) -> {
			assertThat(refused.getResponseBody().blockFirst().path("code").stringValue())
				.isEqualTo("too-many-payments");
			String wait = refused.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER);
			assertThat(Long.parseLong(wait)).isBetween(3000L, 3600L);
		});
		assertThat(this.payer.pendingBills()).hasSize(20);
	}

	@Test
	void cancellingMakesNoRoomForAnotherStart() throws Exception {
		for (String bill : bills(20)) {
			this.payer.cancel(this.payer.start(bill, 100)).expectStatus().isOk();
		}
		refused(this.payer.bill(100));
		letTimePass("61 minutes");
		this.payer.start(this.payer.bill(100), 100);
	}

	@Test
	void lets60StartInADay() throws Exception {
		for (int hour = 0; hour < 3; hour++) {
			atOnce(bills(20).stream().map(this::starting).toList());
			letTimePass("2 hours");
		}
		assertThat(Long.parseLong(refused(this.payer.bill(100)))).isGreaterThan(3600);
		letTimePass("19 hours");
		this.payer.start(this.payer.bill(100), 100);
	}

	@Test
	void repeatsAStartThatFilledTheLimit() throws Exception {
		atOnce(bills(19).stream().map(this::starting).toList());
		String last = Payer.order(this.payer.bill(100), 100);
		JsonNode started = Payer.body(this.payer.start("last", last), 201);
		refused(this.payer.bill(100));
		assertThat(Payer.body(this.payer.start("last", last), 201).path("id")).isEqualTo(started.path("id"));
	}

	@Test
	void asksTheProviderOnceHoweverOftenAPaymentIsShown() throws Exception {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		PaymentId id = new PaymentId(UUID.fromString(started.path("id").stringValue()));
		// The next pause of 2 s is still to come however slow this machine is.
		this.payer.run("update payment set asked_at = now() + interval '1 hour' where payment_id = :id",
				Map.of("id", id.value()));
		int before = this.faults.asked(id);
		List<Callable<JsonNode>> polls = IntStream.range(0, 100)
			.<Callable<JsonNode>>mapToObj((poll) -> () -> this.payer.showAgain(started))
			.toList();
		atOnce(polls);
		assertThat(this.faults.asked(id) - before).isZero();
		this.payer.show(started);
		assertThat(this.faults.asked(id) - before).isOne();
	}

	private List<String> bills(int count) {
		return Stream.generate(() -> this.payer.bill(100)).limit(count).toList();
	}

	/** Asks again where the pool was full, as a client does. */
	private Callable<FluxExchangeResult<JsonNode>> starting(String bill) {
		String key = UUID.randomUUID().toString();
		return () -> Stream.generate(() -> this.payer.start(key, Payer.order(bill, 100)).returnResult(JsonNode.class))
			.limit(20)
			.filter((it) -> it.getStatus().value() != 503)
			.findFirst()
			.orElseThrow();
	}

	/** Until when it is refused, in seconds. */
	private String refused(String bill) {
		return this.payer.start(UUID.randomUUID().toString(), Payer.order(bill, 100))
			.expectStatus()
			.isEqualTo(429)
			.returnResult(JsonNode.class)
			.getResponseHeaders()
			.getFirst(HttpHeaders.RETRY_AFTER);
	}

	private void letTimePass(String time) {
		this.payer.run("update payment set created_at = created_at - :time::interval where resident_id = :id",
				Map.of("time", time, "id", this.payer.id));
	}

	private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
		try (ExecutorService pool = Executors.newFixedThreadPool(calls.size())) {
			List<T> results = new java.util.ArrayList<>();
			for (Future<T> result : pool.invokeAll(calls)) {
				results.add(result.get());
			}
			return results;
		}
	}

}
