package city.plaza.systemtests;

import java.time.Duration;

import city.plaza.local.api.Answer;
import city.plaza.local.api.Client;
import city.plaza.local.api.Poll;
import city.plaza.local.demo.Hosted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Each process killed with -9 in the middle: what was promised still happens, and once.
 */
class KilledProcessIT {

	private static final Duration STILL = Duration.ofSeconds(5);

	private final RunningSuite suite = RunningSuite.get();

	private Scene scene;

	@BeforeEach
	void setUp() {
		this.scene = new Scene(this.suite);
	}

	@ParameterizedTest
	@ValueSource(strings = { "notification-service", "kafka", "postgres" })
	void theCodeArrivesOnceThoughItIsKilledDuringRegistration(String program) throws InterruptedException {
		int restarts = this.suite.status(program).restarts();
		this.scene.residents.register(this.scene.email, Scene.PASSWORD, "Sam", "Scene");
		this.suite.kill(program);
		this.suite.awaitRestarted(program, restarts);
		awaitOneMail("verification");
	}

	@ParameterizedTest
	@ValueSource(strings = { "billing-service", "notification-service", "kafka", "postgres" })
	void theMarkerAndTheReceiptArriveOnceThoughItIsKilledDuringPayment(String program) throws InterruptedException {
		Client resident = this.scene.registerAndLink();
		Answer payment = this.scene.startPayment(resident);
		int restarts = this.suite.status(program).restarts();
		Hosted.pay(resident.with(""), payment.text("/checkoutUrl"), Hosted.ACCEPTED);
		this.suite.kill(program);
		this.suite.awaitRestarted(program, restarts);
		Poll.until("the marker after " + program + " was killed", Scene.LIMIT, () -> this.scene.isPending(resident),
				pending -> pending);
		Answer submitted = Poll.until("the payment to be submitted", Scene.LIMIT,
				() -> resident.get("/api/v1/payments/" + payment.text("/id")),
				answer -> answer.text("/state").equals("submitted"));
		awaitOneMail(submitted.text("/reference"));
		assertThat(this.scene.bills(resident).json().at("/totalUnpaid/amount").asLong()).isEqualTo(50_000);
	}

	/** One mail comes, and no second one behind it. */
	private void awaitOneMail(String about) {
		await().atMost(Scene.LIMIT).until(() -> count(about) > 0);
		await().during(STILL).atMost(STILL.plusSeconds(5)).until(() -> count(about) == 1);
	}

	private int count(String about) throws InterruptedException {
		return about.equals("verification") ? this.scene.inbox.mails(this.scene.email).size()
				: this.scene.inbox.mentioning(this.scene.email, about).size();
	}

}
