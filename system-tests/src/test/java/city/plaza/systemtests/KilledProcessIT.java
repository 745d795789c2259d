package city.plaza.systemtests;

import java.time.Duration;

import city.plaza.client.Money;
import city.plaza.client.Payment;
import city.plaza.client.Poll;
import city.plaza.client.ResidentClient;
import city.plaza.client.StartedPayment;
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
		this.scene.startRegistration();
		this.suite.kill(program);
		this.suite.awaitRestarted(program, restarts);
		awaitOneMail("verification");
	}

	@ParameterizedTest
	@ValueSource(strings = { "billing-service", "notification-service", "kafka", "postgres" })
	void theMarkerAndTheReceiptArriveOnceThoughItIsKilledDuringPayment(String program) throws InterruptedException {
		ResidentClient resident = this.scene.registerAndLink();
		StartedPayment payment = this.scene.startPayment(resident);
		int restarts = this.suite.status(program).restarts();
		this.scene.pay(payment);
		this.suite.kill(program);
		this.suite.awaitRestarted(program, restarts);
		Poll.until("the marker after " + program + " was killed", Scene.LIMIT, () -> this.scene.bills(resident),
				(bills) -> bills.isPending(this.scene.customer.firstBill()));
		Payment submitted = Poll.until("the payment to be submitted", Scene.LIMIT, () -> resident.payment(payment.id()),
				(read) -> read.state().equals("submitted"));
		awaitOneMail(submitted.reference());
		assertThat(this.scene.bills(resident).totalUnpaid()).isEqualTo(Money.usd(50_000));
	}

	/** One mail comes, and no second one behind it. */
	private void awaitOneMail(String about) {
		await().atMost(Scene.LIMIT).until(() -> count(about) > 0);
		await().during(STILL).atMost(STILL.plusSeconds(5)).until(() -> count(about) == 1);
	}

	private int count(String about) throws InterruptedException {
		return about.equals("verification") ? this.scene.inbox.to(this.scene.email).size()
				: this.scene.inbox.mentioning(this.scene.email, about).size();
	}

}
