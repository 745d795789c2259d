package city.plaza.billing.payment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.PaymentException.Kind;
import city.plaza.billing.payment.ResolveException.Outcome;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static city.plaza.billing.payment.SamplePayments.usd;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a member of finance staff decides, of every kind, about a payment in every state.
 */
@PlazaTest
class ResolveExceptionTests {

	private static final Instant THEN = Instant.parse("2026-03-03T12:00:00Z");

	private final UUID staff = UUID.randomUUID();

	@Autowired
	private ResolveException resolveException;

	@Autowired
	private PaymentExceptions exceptions;

	@Autowired
	private Payments payments;

	@Autowired
	private StoredPayments stored;

	@Autowired
	private DatabaseClient database;

	@AfterEach
	void endThem() {
		this.stored.endAll();
	}

	static Stream<Arguments> allPairs() {
		return Arrays.stream(Kind.values())
			.flatMap((kind) -> Arrays.stream(PaymentState.values()).map((state) -> Arguments.of(kind, state)));
	}

	@ParameterizedTest(name = "{0} of a {1} payment")
	@MethodSource("allPairs")
	void endsOnlyAPaymentThatWaitedForTheDecision(Kind kind, PaymentState state) {
		Payment payment = this.stored.in(state);
		ExceptionId exception = found(payment, kind, usd(100));
		Outcome.Resolved resolved = (Outcome.Resolved) resolve(exception, "Given back");
		Payment after = this.payments.find(payment.id()).block();
		boolean isEnded = kind.holdsPayment() && state.isOpen();
		assertThat(after.state()).isEqualTo(isEnded ? PaymentState.DECLINED : state);
		assertThat(this.stored.isPending(payment)).isEqualTo(!isEnded && !state.isFinished());
		if (isEnded) {
			assertThat(after.result().failureReason()).isEqualTo(FailureReason.PROCESSING_ERROR);
			assertThat(after.checkout().nextCheckAt()).isNull();
		}
		assertThat(resolved.exception().state()).isEqualTo(after.state());
		assertThat(resolved.exception().expected()).isEqualTo(payment.amount());
		assertThat(resolved.exception().amount()).isEqualTo(usd(100));
		assertThat(resolved.exception().resolution().note()).isEqualTo("Given back");
		assertThat(resolved.exception().resolution().by()).isEqualTo(this.staff);
	}

	@RepeatedTest(3)
	void isResolvedByOneOfManyAtOnce() {
		Payment payment = this.stored.in(PaymentState.REDIRECTED);
		ExceptionId exception = found(payment, Kind.WRONG_AMOUNT, usd(1));
		List<Outcome> outcomes = Flux.range(0, 8)
			.flatMap((at) -> this.resolveException.resolve(exception, this.staff, "Note " + at), 8)
			.collectList()
			.block();
		assertThat(outcomes).filteredOn(Outcome.Resolved.class::isInstance).hasSize(1);
		assertThat(outcomes).filteredOn(Outcome.ResolvedBefore.class::isInstance).hasSize(7);
		assertThat(noteOf(exception)).isEqualTo(outcomes.stream()
			.filter(Outcome.Resolved.class::isInstance)
			.map((outcome) -> ((Outcome.Resolved) outcome).exception().resolution().note())
			.findFirst()
			.orElseThrow());
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OVERPAID")
	void whatIsFoundAgainIsOnTheListOnceAndStaysResolved(Kind kind) {
		Payment payment = this.stored.in(PaymentState.POSTED);
		ExceptionId exception = found(payment, kind, usd(100));
		resolve(exception, "Given back");
		this.exceptions.found(payment.id(), kind, usd(200), Instant.now()).block();
		assertThat(this.stored.exceptions(payment.id())).containsExactly(kind);
		assertThat(noteOf(exception)).isEqualTo("Given back");
		assertThat(open()).doesNotContain(exception);
	}

	@Test
	void moreThatIsOverpaidOpensItAgainWithTheSum() {
		Payment payment = this.stored.in(PaymentState.POSTED);
		ExceptionId exception = found(payment, Kind.OVERPAID, usd(100));
		resolve(exception, "Refunded");
		this.exceptions.overpaid(payment.id(), usd(23), THEN).block();
		this.exceptions.overpaid(payment.id(), usd(1), THEN).block();
		Outcome.Resolved again = (Outcome.Resolved) resolve(exception, "Kept");
		assertThat(again.exception().amount()).isEqualTo(usd(124));
		assertThat(again.exception().resolution().note()).isEqualTo("Kept");
	}

	@Test
	void listsTheOldestOpenOnesFirst() {
		Payment payment = this.stored.in(PaymentState.POSTED);
		this.exceptions.found(payment.id(), Kind.PAID_AFTER_END, usd(1), THEN).block();
		this.exceptions.found(payment.id(), Kind.REFUSED_AFTER_SUBMISSION, usd(2), THEN.minusSeconds(1)).block();
		List<PaymentException> open = this.exceptions.list(true, 200).block();
		assertThat(open).extracting(PaymentException::foundAt).isSorted();
		assertThat(open).filteredOn((found) -> found.paymentId().equals(payment.id()))
			.extracting(PaymentException::kind)
			.containsExactly(Kind.REFUSED_AFTER_SUBMISSION, Kind.PAID_AFTER_END);
		assertThat(this.exceptions.countOpen().block()).isGreaterThanOrEqualTo(2);
		open.stream()
			.filter((found) -> found.paymentId().equals(payment.id()))
			.forEach((found) -> resolve(found.id(), "Done"));
		assertThat(this.exceptions.list(true, 200).block()).extracting(PaymentException::paymentId)
			.doesNotContain(payment.id());
		assertThat(this.exceptions.list(true, 1).block()).hasSizeLessThanOrEqualTo(1);
	}

	@Test
	void resolvesNothingThatIsNotThere() {
		assertThat(this.resolveException.resolve(ExceptionId.random(), this.staff, "Note").block()).isNull();
	}

	private Outcome resolve(ExceptionId exception, String note) {
		return this.resolveException.resolve(exception, this.staff, note).block();
	}

	private ExceptionId found(Payment payment, Kind kind, Money amount) {
		if (kind == Kind.OVERPAID) {
			this.exceptions.overpaid(payment.id(), amount, THEN).block();
		}
		else {
			this.exceptions.found(payment.id(), kind, amount, THEN).block();
		}
		return this.database.sql("select exception_id from payment_exception where payment_id = :id and kind = :kind")
			.bind("id", payment.id().value())
			.bind("kind", kind.code())
			.map((row) -> new ExceptionId(row.get(0, UUID.class)))
			.one()
			.block();
	}

	private String noteOf(ExceptionId exception) {
		return this.database.sql("select note from payment_exception where exception_id = :id")
			.bind("id", exception.value())
			.map((row) -> row.get(0, String.class))
			.one()
			.block();
	}

	private List<ExceptionId> open() {
		return this.exceptions.list(true, 1_000).block().stream().map(PaymentException::id).toList();
	}

}
