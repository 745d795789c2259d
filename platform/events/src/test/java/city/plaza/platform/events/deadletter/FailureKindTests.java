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

class FaultTests {

	@ParameterizedTest
	@ValueSource(strings = { "08000", "08006", "53100", "53200", "53300", "57P01", "57P02", "57P03", "40001", "40P01",
			"55P03", "25006", "58030" })
	void waitsWhileTheServerIsAwayFullOrBusy(String state) {
		assertThat(Fault.of(wrapped(new R2dbcTransientResourceException("", state)))).isEqualTo(Fault.OUTAGE);
		assertThat(Fault.of(wrapped(new R2dbcNonTransientResourceException("", state)))).isEqualTo(Fault.OUTAGE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "57014", "22001", "22003", "22P05", "23505", "23503", "25P03", "40002", "42P01", "54000",
			"54001", "XX000", "P0001" })
	void triesOnlyAFewTimesWhatTheServerRefusesForAnotherReason(String state) {
		// Whatever class the driver and Spring make of it.
		assertThat(Fault.of(wrapped(new R2dbcDataIntegrityViolationException("", state)))).isEqualTo(Fault.FAILURE);
		assertThat(Fault.of(wrapped(new R2dbcNonTransientResourceException("", state)))).isEqualTo(Fault.FAILURE);
		assertThat(Fault.of(new QueryTimeoutException("", new R2dbcTimeoutException("", state))))
			.isEqualTo(Fault.FAILURE);
	}

	@Test
	void waitsForAConnection() {
		assertThat(Fault.of(wrapped(new R2dbcTimeoutException("no connection within 1 s")))).isEqualTo(Fault.OUTAGE);
		assertThat(Fault.of(wrapped(new R2dbcNonTransientResourceException("closed")))).isEqualTo(Fault.OUTAGE);
		assertThat(Fault.of(new DataAccessResourceFailureException(""))).isEqualTo(Fault.OUTAGE);
		assertThat(Fault.of(new IllegalStateException(new ConnectException()))).isEqualTo(Fault.OUTAGE);
	}

	@Test
	void waitsWhereNoTransactionCouldBegin() {
		Exception wrongPassword = new R2dbcNonTransientResourceException("", "28P01");
		assertThat(Fault.of(new CannotCreateTransactionException("", wrongPassword))).isEqualTo(Fault.OUTAGE);
	}

	@Test
	void waitsForKafkaWhereKafkaSaysThatItMayWorkLater() {
		assertThat(Fault.of(new IllegalStateException(new NotLeaderOrFollowerException()))).isEqualTo(Fault.OUTAGE);
		assertThat(Fault.of(new org.apache.kafka.common.errors.TimeoutException())).isEqualTo(Fault.OUTAGE);
		assertThat(Fault.of(new RecordTooLargeException())).isEqualTo(Fault.FAILURE);
	}

	@Test
	void takesNothingElseForAnOutage() {
		assertThat(Fault.of(new TimeoutException())).isEqualTo(Fault.FAILURE);
		assertThat(Fault.of(new OptimisticLockingFailureException(""))).isEqualTo(Fault.FAILURE);
		assertThat(Fault.of(new NullPointerException())).isEqualTo(Fault.FAILURE);
		assertThat(Fault.of(new IllegalArgumentException())).isEqualTo(Fault.POISON);
	}

	private static Exception wrapped(R2dbcException error) {
		return new UncategorizedR2dbcException("", "", error);
	}

}
