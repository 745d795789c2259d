package city.plaza.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import city.plaza.benchmarks.load.Conversation;
import city.plaza.benchmarks.load.Progress;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.load.Workers;
import city.plaza.benchmarks.reference.KillBill;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.suite.Residents;
import city.plaza.benchmarks.suite.Suite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Payments of billing-service in turn with those of Kill Bill, of bills that are there
 * before on both sides. One that has only been started is no payment of Kill Bill's, so
 * that what is judged is ours with all that makes it one.
 */
final class BesideKillBill {

	private static final String STARTED = "billing-service: started";

	private static final String SUBMITTED = "billing-service: started, paid and submitted";

	private static final String PAID = "Kill Bill: paid";

	private static final String ALL = "Kill Bill: account, invoice, paid";

	private static final String ABSENT = "Kill Bill is not unpacked here, so that it is not measured: `mvn -Pkillbill generate-resources -pl benchmarks` does it (72 MB).";

	private static final String COMPARED = """
			In turn with Kill Bill, with bills that are there before on both sides.

			- %s: one request. The payment and its part of the bill are stored, and the sandbox provider has a page to pay on.
			- %s: three requests. Then a card is given on that page, the provider takes the money, and the resident asks for the payment, of which billing-service asks the provider: it is submitted, with its event. Its notification arrives as well. The bill is marked until finance posts the payment; that is not part of it.
			- %s: one request, of an invoice with one charge. It goes by Kill Bill's own plugin for money that comes another way, so there is no provider. Attempt, payment, transaction and the invoice's payment are stored with their histories and events, and the invoice is paid.
			- %s: three requests, each of which creates one of these. Ours has no such thing: accounts are residents' own, bills are imported by the file (`import`)."""
		.formatted(STARTED, SUBMITTED, PAID, ALL);

	private static final int AT_ONCE = 20;

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofSeconds(8);

	private static final String CARD = "action=pay&cardNumber=4242424242424242&expiry=04%2F39&cvc=123&name=PAT+EXAMPLE";

	private static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int OK = 200;

	private static final int CREATED = 201;

	private static final int SEE_OTHER = 303;

	private final Suite suite;

	private final Residents residents;

	BesideKillBill(Suite suite, Residents residents) {
		this.suite = suite;
		this.residents = residents;
	}

	/** Measures, where Kill Bill is unpacked. */
	void measure(Report report) throws IOException, InterruptedException {
		Optional<Path> installed = KillBill.installed();
		if (installed.isEmpty()) {
			report.add(ABSENT);
			return;
		}
		Progress.note("starting Kill Bill");
		try (KillBill killBill = KillBill.start(this.suite, installed.get());
				Conversation conversation = new Conversation()) {
			Map<String, Rounds> measured = new Turns().with(STARTED, ours((n) -> {
				start(conversation, n);
				return CREATED;
			}))
				.with(SUBMITTED, ours((n) -> submit(conversation, n)))
				.with(PAID, (duration) -> killBill.payments(AT_ONCE, duration))
				.with(ALL, (duration) -> killBill.accountsWithPayment(AT_ONCE, duration))
				.warmUp(SUBMITTED, PAID, ALL)
				.measure(ROUNDS, ROUND);
			report.add(COMPARED);
			report.show(Ratios.table("%d at once, median of %d rounds".formatted(AT_ONCE, ROUNDS), PAID, measured));
			report.add(
					Ratios.figure("payments submitted beside Kill Bill's", SUBMITTED, PAID, measured, Goal.atLeast(5)));
		}
	}

	private Turns.Run ours(Workers.Work work) {
		return (duration) -> {
			this.residents.signIn();
			PaymentStarts.empty(this.suite);
			return Sample.of(Workers.run(AT_ONCE, duration, work));
		};
	}

	private JsonNode start(Conversation conversation, int n) throws IOException, InterruptedException {
		return JSON.readTree(
				conversation
					.post(billing("/api/v1/payments"), PaymentStarts.headers(this.residents, n),
							PaymentStarts.body(this.residents, n), CREATED)
					.body());
	}

	private int submit(Conversation conversation, int n) throws IOException, InterruptedException {
		JsonNode started = start(conversation, n);
		String page = URI.create(started.required("checkoutUrl").asString()).getPath();
		conversation.post(billing(page), FORM, CARD, SEE_OTHER);
		String payment = conversation
			.get(billing("/api/v1/payments/" + started.required("id").asString()),
					PaymentStarts.headers(this.residents, n), OK)
			.body();
		String state = JSON.readTree(payment).required("state").asString();
		if (!state.equals("submitted")) {
			throw new IOException("The payment is " + state);
		}
		return OK;
	}

	private String billing(String path) {
		return this.suite.service("billing-service", path);
	}

}
