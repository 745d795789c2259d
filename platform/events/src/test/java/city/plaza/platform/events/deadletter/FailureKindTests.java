package city.plaza.platform.events.deadletter;

import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.r2dbc.UncategorizedR2dbcException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class FailureKindTests {

	@ParameterizedTest
	@ValueSource(strings = { "08000", "08006", "53100", "53200", "53300", "57P01", "57P02", "57P03", "40001", "40P01",
			"55P03", "25006", "58030" })
	void waitsWhileTheServerIsDownFullOrBusy(String state) {
		assertThat(FailureKind.of(wrapped(new R2dbcTransientResourceException("", state))))
			.isEqualTo(FailureKind.OUTAGE);
		assertThat(FailureKind.of(wrapped(new R2dbcNonTransientResourceException("", state))))
			.isEqualTo(FailureKind.OUTAGE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "57014", "22001", "22003", "22P05", "23505", "23503", "25P03", "40002", "42P01", "54000",
			"54001", "XX000", "P0001" })
	void triesOnlyAFewTimesWhatTheServerRefusesForAnotherReason(String state) {
		// Whatever class the driver and Spring make of it.
		assertThat(FailureKind.of(wrapped(new R2dbcDataIntegrityViolationException("", state))))
			.isEqualTo(FailureKind.FAILURE);
		assertThat(FailureKind.of(wrapped(new R2dbcNonTransientResourceException("", state))))
			.isEqualTo(FailureKind.FAILURE);
		assertThat(FailureKind.of(new QueryTimeoutException("", new R2dbcTimeoutException("", state))))
			.isEqualTo(FailureKind.FAILURE);
	}

	@Test
	void waitsForAConnection() {
		assertThat(FailureKind.of(wrapped(new R2dbcTimeoutException("no connection within 1 s"))))
			.isEqualTo(FailureKind.OUTAGE);
		assertThat(FailureKind.of(wrapped(new R2dbcNonTransientResourceException("closed"))))
			.isEqualTo(FailureKind.OUTAGE);
		assertThat(FailureKind.of(new DataAccessResourceFailureException(""))).isEqualTo(FailureKind.OUTAGE);
		assertThat(FailureKind.of(new IllegalStateException(new ConnectException()))).isEqualTo(FailureKind.OUTAGE);
	}

	@Test
	void waitsWhereNoTransactionCouldBegin() {
		Exception wrongPassword = new R2dbcNonTransientResourceException("", "28P01");
		assertThat(FailureKind.of(new CannotCreateTransactionException("", wrongPassword)))
			.isEqualTo(FailureKind.OUTAGE);
	}

	@Test
	void waitsForKafkaWhereKafkaSaysThatItMayWorkLater() {
		assertThat(FailureKind.of(new IllegalStateException(new NotLeaderOrFollowerException())))
			.isEqualTo(FailureKind.OUTAGE);
		assertThat(FailureKind.of(new org.apache.kafka.common.errors.TimeoutException())).isEqualTo(FailureKind.OUTAGE);
		assertThat(FailureKind.of(new RecordTooLargeException())).isEqualTo(FailureKind.FAILURE);
	}

	@Test
	void takesNothingElseForAnOutage() {
		assertThat(FailureKind.of(new TimeoutException())).isEqualTo(FailureKind.FAILURE);
		assertThat(FailureKind.of(new OptimisticLockingFailureException(""))).isEqualTo(FailureKind.FAILURE);
		assertThat(FailureKind.of(new NullPointerException())).isEqualTo(FailureKind.FAILURE);
		assertThat(FailureKind.of(new IllegalArgumentException())).isEqualTo(FailureKind.POISON);
	}

	private static Exception wrapped(R2dbcException error) {
		return new UncategorizedR2dbcException("", "", error);
	}

}
