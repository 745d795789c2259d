package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.util.Map;

import city.plaza.platform.testing.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class KillBillApiTests {

	private static final String ACCOUNT = "448cfe9f-4b6e-46ac-910c-191c979fec0f";

	private static final String INVOICE = "d800329c-b6e5-49b1-8fd0-d8b3acfec0e1";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private StubServer.Response response = StubServer.Response.of(201);

	private final StubServer server = new StubServer((request) -> this.response);

	private final KillBillApi api = new KillBillApi(this.server.address().toString());

	@AfterEach
	void stop() {
		this.api.close();
		this.server.close();
	}

	@Test
	void findsTheNewAccountInItsAddress() throws Exception {
		this.response = new StubServer.Response(201,
				Map.of("Location", "http://127.0.0.1:8080/1.0/kb/accounts/" + ACCOUNT), "");
		assertThat(this.api.createAccount()).isEqualTo(ACCOUNT);
		StubServer.Request request = this.server.requests().getFirst();
		assertThat(request.path()).isEqualTo("/1.0/kb/accounts");
		assertThat(request.header("X-Killbill-ApiKey")).isEqualTo("fairhaven");
		assertThat(request.header("Authorization")).startsWith("Basic ");
	}

	@Test
	void failsWhereTheNewAccountHasNoAddress() {
		assertThatIOException().isThrownBy(this.api::createAccount).withMessageContaining("address");
	}

	@Test
	void findsTheNewInvoiceByItsCharge() throws Exception {
		this.response = StubServer.Response.json(200,
				"[{\"invoiceItemId\":\"fb26b755\",\"invoiceId\":\"" + INVOICE + "\",\"amount\":250.00}]");
		assertThat(this.api.createInvoice(ACCOUNT)).isEqualTo(INVOICE);
		StubServer.Request request = this.server.requests().getFirst();
		assertThat(request.uri()).hasToString("/1.0/kb/invoices/charges/" + ACCOUNT + "?autoCommit=true");
		JsonNode charge = JSON.readTree(request.body()).required(0);
		assertThat(charge.required("accountId").asString()).isEqualTo(ACCOUNT);
		assertThat(charge.required("amount").decimalValue()).isEqualByComparingTo("250");
	}

	@Test
	void paysAllOfAnInvoice() throws Exception {
		assertThat(this.api.pay(ACCOUNT, INVOICE)).isEqualTo(201);
		StubServer.Request request = this.server.requests().getFirst();
		assertThat(request.uri()).hasToString("/1.0/kb/invoices/" + INVOICE + "/payments?externalPayment=true");
		JsonNode payment = JSON.readTree(request.body());
		assertThat(payment.required("accountId").asString()).isEqualTo(ACCOUNT);
		assertThat(payment.required("targetInvoiceId").asString()).isEqualTo(INVOICE);
		assertThat(payment.required("purchasedAmount").decimalValue()).isEqualByComparingTo("250");
	}

	/** So it responds where nothing is left to pay, which would be quick. */
	@Test
	void takesNoContentForNoPayment() {
		this.response = StubServer.Response.of(204);
		assertThatIOException().isThrownBy(() -> this.api.pay(ACCOUNT, INVOICE)).withMessageContaining("204");
	}

	@Test
	void asksForATenantAndForPaymentsOnlyWhenAsked() throws IOException, InterruptedException {
		this.api.createTenant();
		this.api.payOnlyWhenAsked(ACCOUNT);
		assertThat(this.server.requests()).extracting(StubServer.Request::path)
			.containsExactly("/1.0/kb/tenants", "/1.0/kb/accounts/" + ACCOUNT + "/tags");
		assertThat(JSON.readTree(this.server.requests().getFirst().body()).required("apiKey").asString())
			.isEqualTo("fairhaven");
	}

}
