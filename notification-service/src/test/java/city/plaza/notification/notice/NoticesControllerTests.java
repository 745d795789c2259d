package city.plaza.notification.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import city.plaza.notification.NotificationFixture;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class NoticesControllerTests {

	private final UUID resident = UUID.randomUUID();

	private final String address = NotificationFixture.newAddress();

	@Autowired
	private WebTestClient client;

	@Autowired
	private NotificationFixture fixture;

	@Test
	void listsTheCallersOwnNoticesNewestFirst() {
		this.fixture.register(this.resident, this.address);
		UUID submitted = this.fixture.publishPayment("PaymentSubmitted", this.resident, Map.of());
		this.fixture.awaitState(submitted, "delivered");
		UUID posted = this.fixture.publishPayment("PaymentPosted", this.resident, Map.of());
		this.fixture.awaitState(posted, "delivered");
		this.fixture.publishPayment("PaymentPosted", UUID.randomUUID(), Map.of());
		NoticeList list = list("");
		assertThat(list.items()).extracting(Item::template).containsExactly("payment-posted", "payment-receipt");
		Item first = list.items().getFirst();
		assertThat(first.channel()).isEqualTo("email");
		assertThat(first.state()).isEqualTo("delivered");
		assertThat(first.subject()).isEqualTo("Your payment PLZ-7K4M-92QX is posted");
		assertThat(first.at()).endsWith("Z");
		assertThat(list.next()).isNull();
	}

	@Test
	void showsWhatWentToTheAddressBeforeThereWasAnAccountButNoCode() {
		UUID asked = this.fixture.askForCode(this.address, "40718293");
		this.fixture.awaitState(asked, "delivered");
		assertThat(list("").items()).isEmpty();
		this.fixture.register(this.resident, this.address.toUpperCase(Locale.ROOT));
		Awaitility.await().untilAsserted(() -> assertThat(list("").items()).hasSize(1));
		String body = json("");
		assertThat(body).contains("verification-code").doesNotContain("40718293");
	}

	@Test
	void givesPageByPage() {
		this.fixture.register(this.resident, this.address);
		List<UUID> sent = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			sent.add(this.fixture.publishPayment("PaymentPosted", this.resident, Map.of("reference", "PLZ-" + i)));
		}
		sent.forEach((event) -> this.fixture.awaitState(event, "delivered"));
		List<String> seen = new ArrayList<>();
		String query = "?limit=2";
		for (int page = 0; page < 3; page++) {
			NoticeList list = list(query);
			list.items().forEach((item) -> seen.add(item.id()));
			query = "?limit=2&cursor=" + Objects.requireNonNullElse(list.next(), "");
		}
		assertThat(seen).hasSize(5).doesNotHaveDuplicates();
		assertThat(query).endsWith("cursor=");
	}

	@Test
	void refusesACursorThatNoPageGave() {
		this.client.get()
			.uri("/api/v1/notices?cursor=nonsense")
			.header(HttpHeaders.AUTHORIZATION, bearer())
			.exchange()
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.field")
			.isEqualTo("cursor");
	}

	@Test
	void showsNothingToStrangers() {
		this.client.get().uri("/api/v1/notices").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void describesItsApi() {
		this.client.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.info.title")
			.isEqualTo("Notices");
	}

	private NoticeList list(String query) {
		return JsonMapper.shared().readValue(json(query), NoticeList.class);
	}

	private String json(String query) {
		return String.valueOf(this.client.get()
			.uri("/api/v1/notices" + query)
			.header(HttpHeaders.AUTHORIZATION, bearer())
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

	private String bearer() {
		return "Bearer " + TestTokens.resident(this.resident);
	}

	record NoticeList(List<Item> items, @Nullable String next) {
	}

	record Item(String id, String template, String channel, String state, String subject, String at) {
	}

}
