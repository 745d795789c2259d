package city.plaza.demo;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import city.plaza.platform.testing.StubServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API, the inbox and the hosted page of a {@link FakeCity} on one port. */
final class FakeSuite implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String CODE = "12345678";

	private final StubServer server = new StubServer(this::respond);

	private final FakeCity city;

	private boolean codeIsUsed;

	FakeSuite(@Nullable Fault fault) {
		this.city = new FakeCity(fault);
	}

	URI address() {
		return this.server.address();
	}

	/** As {@code ./plaza info --json} prints it. */
	byte[] description() {
		return """
				{"gateway": "%1$s", "inbox": "%1$s/dev/inbox", "staff": {"email": "%2$s", "password": "f"},
				 "demoResident": {"email": "pat.resident@fairhaven.example", "password": "dev-only-pat"}}
				""".formatted(address(), FakeCity.STAFF).getBytes(StandardCharsets.UTF_8);
	}

	List<Map<String, Object>> mailsTo(String address) {
		return this.city.mails.getOrDefault(address, List.of());
	}

	@Override
	public void close() {
		this.server.close();
	}

	/** One at a time: the city is no database. */
	private synchronized StubServer.Response respond(StubServer.Request request) {
		String path = request.path().replace("/api/v1/", "/");
		Response response = respond(request, request.method() + " " + path.split("/", -1)[1],
				path.substring(path.lastIndexOf('/') + 1), path, request.body());
		return new StubServer.Response(response.status(), response.headers(),
				(response.body() instanceof String text) ? text : JSON.writeValueAsString(response.body()));
	}

	private Response respond(StubServer.Request call, String request, String last, String path, String body) {
		return switch (request) {
			case "POST sessions" -> signIn(JSON.readTree(body));
			case "DELETE sessions" -> new Response(204, "");
			case "GET me" -> ok(Map.of("id", new UUID(0, 1), "email",
					this.city.has(Fault.SIGNS_IN_ANOTHER) ? "other" : this.city.signedIn, "givenName", "Demo",
					"familyName", "Resident", "roles", List.of()));
			case "POST finance" -> ok(this.city.importFile(field(body, "kind"), rows(body)));
			case "GET finance" -> ok(export());
			case "POST registrations" ->
				last.equals("confirmation") ? confirm(JSON.readTree(body)) : register(JSON.readTree(body));
			case "GET dev" ->
				ok(mailsTo(URLDecoder.decode(call.uri().getRawQuery().replace("to=", ""), StandardCharsets.UTF_8)));
			case "POST customer-links" -> link(JSON.readTree(body));
			case "GET customers" -> bills(path.split("/", -1)[2]);
			case "GET bills" -> ok(bill(last));
			case "POST payments" -> start(call.header("Idempotency-Key"), JSON.readTree(body));
			case "GET payments" -> ok(payment(this.city.payments.get(UUID.fromString(last))));
			case "GET checkout" -> this.city.has(Fault.BREAKS_AT_THE_PAGE) ? new Response(500, "broken") : ok("<form>");
			case "POST checkout" -> pay(UUID.fromString(last), body);
			default -> refusal(404, "not-found");
		};
	}

	private Response signIn(JsonNode account) {
		String email = account.path("email").asString();
		boolean isRight = account.path("password").asString().equals(this.city.passwords.get(email))
				|| this.city.has(Fault.TAKES_ANY_PASSWORD);
		if (!isRight || email.equals(FakeCity.STAFF) && this.city.has(Fault.STAFF_UNKNOWN)) {
			return refusal(401, "wrong-credentials");
		}
		this.city.signedIn = email;
		return tokens();
	}

	private Response register(JsonNode resident) {
		String email = resident.path("email").asString();
		this.city.passwords.put(email, resident.path("password").asString());
		this.city.signedIn = email;
		for (int copy = 0; copy < (this.city.has(Fault.SENDS_TWO_CODES) ? 2 : 1); copy++) {
			this.city.mail(email, "Your code", "It is " + CODE + ".");
		}
		return new Response(202, Map.of("id", new UUID(0, 2)));
	}

	private Response confirm(JsonNode confirmation) {
		boolean isRight = confirmation.path("code").asString().equals(CODE) || this.city.has(Fault.TAKES_ANY_CODE);
		if (!isRight || this.codeIsUsed && !this.city.has(Fault.TAKES_A_CODE_TWICE)) {
			return refusal(422, isRight ? "registration-ended" : "wrong-code");
		}
		this.codeIsUsed = true;
		return tokens();
	}

	private Response link(JsonNode wanted) {
		String[] customer = this.city.customer(wanted.path("number").asString());
		if (customer == null
				|| !customer[2].equals(wanted.path("name").asString()) && !this.city.has(Fault.LINKS_BY_ANY_NAME)) {
			return refusal(422, "no-such-customer-account");
		}
		return this.city.link(customer[0]) ? new Response(201,
				Map.of("id", new UUID(0, 3), "customerNumber", customer[0], "name", customer[2], "location", ""))
				: refusal(409, "already-linked");
	}

	private Response bills(String customer) {
		if (!this.city.isLinked(customer)) {
			return refusal(404, "not-found");
		}
		List<Map<String, Object>> items = this.city.billsOf(customer).stream().map(this::bill).toList();
		long unpaid = this.city.billsOf(customer).stream().mapToLong(this.city::unpaid).sum();
		return ok(Map.of("customerNumber", customer, "asOf", "2026-01-02", "count", items.size(), "totalUnpaid",
				FakeCity.money(unpaid), "totalBalanceDue", FakeCity.money(unpaid), "items", items));
	}

	private Map<String, Object> bill(String number) {
		List<Map<String, Object>> charges = this.city.charges(number)
			.stream()
			.map((row) -> Map.<String, Object>of("line", 1, "description", row[8], "amount", FakeCity.money(1)))
			.toList();
		return Map.of("billNumber", number, "billType", "CLAIMS", "billYear", 2021, "pendingWebPayment",
				this.city.isPending(number), "totalUnpaid", FakeCity.money(this.city.unpaid(number)), "charges",
				charges);
	}

	private Response start(String key, JsonNode wanted) {
		String bill = wanted.at("/allocations/0/billNumber").asString();
		long cents = wanted.at("/allocations/0/amount/amount").asLong();
		FakeCity.Payment known = this.city.has(Fault.IGNORES_KEYS) ? null : this.city.byKey(key);
		if (known != null) {
			return (known.cents() == cents || this.city.has(Fault.TAKES_A_KEY_FOR_ANOTHER)) ? started(known)
					: refusal(422, "idempotency-key-reused");
		}
		if (cents > this.city.unpaid(bill) && !this.city.has(Fault.TAKES_TOO_MUCH)) {
			return refusal(422, "amount-above-unpaid");
		}
		if (this.city.isPending(bill) && !this.city.has(Fault.TAKES_A_BILL_TWICE)) {
			return refusal(409, "bill-pending");
		}
		UUID id = UUID.randomUUID();
		FakeCity.Payment payment = new FakeCity.Payment(id, key, "PLZ-" + (this.city.payments.size() + 1), bill, cents,
				"redirected");
		this.city.payments.put(id, payment);
		return started(payment);
	}

	private Response started(FakeCity.Payment payment) {
		Map<String, Object> started = new HashMap<>(
				Map.of("id", payment.id(), "reference", payment.reference(), "state", payment.state()));
		started.put("checkoutUrl", this.city.has(Fault.HAS_NO_PAGE) ? null : address() + "/checkout/" + payment.id());
		return new Response(201, started);
	}

	private Map<String, Object> payment(FakeCity.Payment payment) {
		Map<String, Object> read = new HashMap<>(
				Map.of("id", payment.id(), "reference", payment.reference(), "state", payment.state(), "finished",
						false, "amount", FakeCity.money(payment.cents()), "allocations", List.of()));
		if (payment.state().equals("submitted") && !this.city.has(Fault.HIDES_THE_CARD)) {
			read.put("method", Map.of("brand", "visa", "last4", "4242"));
		}
		return read;
	}

	private Response pay(UUID id, String form) {
		this.city.pay(this.city.payments.get(id), form.replaceAll("(?s).*cardNumber=([0-9]+).*", "$1"),
				this.city.signedIn);
		return new Response(303, Map.of("Location", address() + "/payments/" + id), "");
	}

	private String export() {
		return this.city.has(Fault.EXPORTS_NOTHING) ? "payment_reference\n"
				: this.city.payments.values()
					.stream()
					.map((payment) -> payment.reference() + "," + payment.bill() + "\n")
					.collect(Collectors.joining());
	}

	private static List<String[]> rows(String form) {
		String file = form.substring(form.indexOf("text/csv") + 12, form.lastIndexOf("\r\n--"));
		return Arrays.stream(file.split("\n", -1))
			.skip(1)
			.filter((line) -> !line.isBlank())
			.map((line) -> line.split(",", -1))
			.toList();
	}

	private static String field(String form, String name) {
		return form.split("name=\"" + name + "\"\r\n\r\n", -1)[1].split("\r\n", -1)[0];
	}

	private static Response tokens() {
		return new Response(201, Map.of("accessToken", "token", "expiresIn", 300, "refreshToken", "next"));
	}

	private static Response ok(Object body) {
		return new Response(200, body);
	}

	private static Response refusal(int status, String code) {
		return new Response(status, Map.of("status", status, "code", code));
	}

	private record Response(int status, Map<String, String> headers, Object body) {

		Response(int status, Object body) {
			this(status, Map.of(), body);
		}

	}

}
