package city.plaza.systemtests;

import java.time.Duration;
import java.util.List;

import city.plaza.client.Mail;
import city.plaza.client.Money;
import city.plaza.client.Payment;
import city.plaza.client.Poll;
import city.plaza.client.ResidentClient;
import city.plaza.client.StartedPayment;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Each process killed with -9 in the middle: what was promised still happens, and once.
 * It comes first, as those that need no running suite can go beside it.
 */
@Order(1)
@OnRunningSuite
class KilledProcessIT {

	private static final Duration STILL = Duration.ofSeconds(5);

	private final RunningSuite suite = RunningSuite.get();

	private final Scene newcomer = new Scene(this.suite);

	private final Scene payer = new Scene(this.suite);

	@ParameterizedTest
	@ValueSource(strings = { "identity-service", "billing-service", "notification-service", "kafka", "postgres" })
	void nothingIsLostThoughItIsKilledDuringARegistrationAndAPayment(String program) throws InterruptedException {
		ResidentClient resident = this.payer.registerAndLink();
		StartedPayment payment = this.payer.startPayment(resident);
		int restarts = this.suite.status(program).restarts();
		this.payer.pay(payment);
		this.newcomer.startRegistration();
		this.suite.kill(program);
		this.suite.awaitRestarted(program, restarts);
		Poll.until("the marker after " + program + " was killed", Scene.LIMIT, () -> this.payer.bills(resident),
				(bills) -> bills.isPending(this.payer.customer.firstBill()));
		Payment submitted = Poll.until("the payment to be submitted", Scene.LIMIT, () -> resident.payment(payment.id()),
				(read) -> read.state().equals("submitted"));
		await().atMost(Scene.LIMIT).until(() -> !codes().isEmpty() && !receipts(submitted).isEmpty());
		await().during(STILL)
			.atMost(STILL.plusSeconds(5))
			.until(() -> isSentOnce(codes(), program) && isSentOnce(receipts(submitted), program));
		assertThat(this.payer.bills(resident).totalUnpaid()).isEqualTo(Money.usd(50_000));
	}

	/**
	 * Whether there is one mail. Who dies after the mail server took it and before that
	 * is written down sends the same mail again; what is sent again keeps its Message-ID
	 * (ADR 4).
	 */
	private static boolean isSentOnce(List<Mail> mails, String killed) {
		int most = killed.equals("notification-service") ? 2 : 1;
		return mails.size() <= most && mails.stream().map(Mail::messageId).distinct().count() == 1;
	}

	private List<Mail> codes() throws InterruptedException {
		return this.newcomer.inbox.to(this.newcomer.email);
	}

	private List<Mail> receipts(Payment submitted) throws InterruptedException {
		return this.payer.inbox.mentioning(this.payer.email, submitted.reference());
	}

}
