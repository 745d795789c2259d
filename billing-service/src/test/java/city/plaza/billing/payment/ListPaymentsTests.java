package city.plaza.billing.payment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import city.plaza.platform.testing.PlazaTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A resident sees the own payments and no others. */
@PlazaTest
class ListPaymentsTests {

	@Autowired
	private Payer payer;

	@Autowired
	private ObjectProvider<Payer> payers;

	@Test
	void othersPaymentsAreAsAbsentAsNone() {
		JsonNode started = this.payer.start(this.payer.bill(25000), 25000);
		Payer other = this.payers.getObject();
		other.get("/api/v1/payments/" + started.path("id").stringValue()).expectStatus().isNotFound();
		other.get("/api/v1/payments/no-id").expectStatus().isNotFound();
		other.cancel(started).expectStatus().isNotFound();
		assertThat(list(other, "").items()).isEmpty();
		assertThat(list(other, "").next()).isNull();
		assertThat(this.payer.show(started).path("state").stringValue()).isEqualTo("redirected");
	}

	@Test
	void listsOnesOwnPaymentsNewestFirstPageByPage() {
		List<UUID> ids = new ArrayList<>(Stream.generate(() -> this.payer.start(this.payer.bill(100), 100))
			.limit(5)
			.map((started) -> UUID.fromString(started.path("id").stringValue()))
			.toList());
		// Of one moment, one page ends between two of them.
		this.payer.run("update payment set created_at = '2026-03-03T12:00:00.123456Z' where resident_id = :id",
				Map.of("id", this.payer.id));
		Collections.sort(ids, (one, other) -> other.toString().compareTo(one.toString()));
		for (int limit = 1; limit <= 6; limit++) {
			List<UUID> found = new ArrayList<>();
			String next = "";
			while (next != null) {
				PaymentList page = list(this.payer, "?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next));
				assertThat(page.items()).hasSizeBetween(1, limit);
				page.items().forEach((item) -> found.add(item.id()));
				next = page.next();
			}
			assertThat(found).as("%d a page", limit).isEqualTo(ids);
		}
	}

	@ParameterizedTest
	@CsvSource({ "cursor=bad, invalid-cursor", "limit=0, invalid-limit", "limit=101, invalid-limit",
			"limit=-1, invalid-limit", "limit=9999, invalid-limit" })
	void refusesAPageThatThereIsNot(String query, String code) {
		this.payer.get("/api/v1/payments?" + query)
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo(code);
	}

	private static PaymentList list(Payer payer, String query) {
		return payer.get("/api/v1/payments" + query)
			.expectStatus()
			.isOk()
			.expectBody(PaymentList.class)
			.returnResult()
			.getResponseBody();
	}

	/** What is read of a page. */
	private record PaymentList(List<Item> items, @Nullable String next) {

		private record Item(UUID id) {
		}

	}

}
