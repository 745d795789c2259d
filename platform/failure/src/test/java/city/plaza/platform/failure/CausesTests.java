package city.plaza.platform.failure;

import java.net.ConnectException;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class CausesTests {

	private static final StackTraceElement OURS = new StackTraceElement("city.plaza.billing.payment.PostPayment",
			"post", "PostPayment.java", 42);

	private static final StackTraceElement THEIRS = new StackTraceElement("io.netty.channel.Pipeline", "read",
			"Pipeline.java", 7);

	@Test
	void listsTheErrorFirstAndItsRootLast() {
		Throwable root = new ConnectException();
		Throwable middle = new IllegalStateException(root);
		Throwable outer = new RuntimeException(middle);
		assertThat(Causes.all(outer)).containsExactly(outer, middle, root);
		assertThat(Causes.root(outer)).isSameAs(root);
		assertThat(Causes.root(root)).isSameAs(root);
	}

	@Test
	void findsWhatPassesHoweverDeepItIs() {
		Throwable deep = IntStream.range(0, 10_000)
			.boxed()
			.<Throwable>reduce(new ConnectException(), (cause, i) -> new IllegalStateException("around", cause),
					(one, other) -> one);
		assertThat(Causes.any(deep, ConnectException.class::isInstance)).isTrue();
		assertThat(Causes.any(deep, NullPointerException.class::isInstance)).isFalse();
		assertThat(Outage.of(deep)).contains(Outage.UNREACHABLE);
	}

	@Test
	void comesToAnEndWhereErrorsNameEachOther() {
		Throwable one = new IllegalStateException("one");
		Throwable other = new IllegalArgumentException("other", one);
		one.initCause(other);
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
			assertThat(Causes.all(one)).containsExactly(one, other);
			assertThat(Causes.any(one, ConnectException.class::isInstance)).isFalse();
			assertThat(Causes.name(one)).isEqualTo("IllegalStateException caused by IllegalArgumentException");
			assertThat(Causes.place(one)).startsWith("CausesTests.");
			assertThat(Outage.of(one)).isEmpty();
		});
	}

	@Test
	void tellsApartErrorsThatCallThemselvesEqual() {
		Throwable root = new Equal(null);
		Throwable outer = new Equal(new Equal(root));
		assertThat(Causes.all(outer)).hasSize(3);
		assertThat(Causes.root(outer)).isSameAs(root);
	}

	@Test
	void namesClassesAndNoMessage() {
		assertThat(Causes.name(new IllegalStateException("name=Ada", new ConnectException("10.0.0.7"))))
			.isEqualTo("IllegalStateException caused by ConnectException");
		assertThat(Causes.name(new IllegalStateException("a", new RuntimeException(new IllegalStateException("b")))))
			.isEqualTo("IllegalStateException");
	}

	@Test
	void namesAClassWithoutANameByItsPlace() {
		Throwable anonymous = new RuntimeException("secret") {
		};
		assertThat(Causes.name(anonymous)).isEqualTo("CausesTests$1");
		assertThat(Causes.name(new IllegalStateException(anonymous)))
			.isEqualTo("IllegalStateException caused by CausesTests$1");
	}

	@Test
	void givesTheLineOfOursThatTheRootPassed() {
		assertThat(Causes.place(at(null, THEIRS, OURS))).isEqualTo("PostPayment.post:42");
		assertThat(Causes.place(at(at(null, OURS), THEIRS))).isEqualTo("PostPayment.post:42");
		assertThat(Causes.place(at(null, THEIRS))).isEqualTo("unknown");
		assertThat(Causes.place(at(null))).isEqualTo("unknown");
	}

	@Test
	void givesTheLineOfAnErrorAroundWhereTheRootPassedNoneOfOurs() {
		Throwable root = at(null, THEIRS);
		assertThat(Causes.place(at(root, OURS))).isEqualTo("PostPayment.post:42");
		StackTraceElement outer = new StackTraceElement("city.plaza.Outer", "run", "Outer.java", 1);
		assertThat(Causes.place(at(at(root, OURS), outer))).isEqualTo("PostPayment.post:42");
	}

	@Test
	void takesNoOtherCodeForOurs() {
		StackTraceElement like = new StackTraceElement("city.plazas.Other", "run", "Other.java", 1);
		assertThat(Causes.place(at(null, like))).isEqualTo("unknown");
	}

	private static Throwable at(Throwable cause, StackTraceElement... trace) {
		Throwable error = new IllegalStateException(cause);
		error.setStackTrace(trace);
		return error;
	}

	private static final class Equal extends RuntimeException {

		Equal(Throwable cause) {
			super(cause);
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Equal;
		}

		@Override
		public int hashCode() {
			return 1;
		}

	}

}
