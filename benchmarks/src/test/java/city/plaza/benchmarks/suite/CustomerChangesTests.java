package city.plaza.benchmarks.suite;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerChangesTests {

	@Test
	void changeOtherCustomersInEachTransactionUntilAllHadTheirTurn() {
		assertThat(CustomerChanges.customers(0, 3)).containsExactly("6000000", "6000001", "6000002");
		assertThat(CustomerChanges.customers(1, 3)).containsExactly("6000003", "6000004", "6000005");
		assertThat(CustomerChanges.customers(5_000, 1)).containsExactly("6000000");
	}

	@Test
	void areDueOneAfterTheOtherUntilTheTimeIsOver() throws InterruptedException {
		CustomerChanges.Schedule schedule = schedule(System.nanoTime(), 10);
		assertThat(schedule.awaitNext()).isZero();
		assertThat(schedule.awaitNext()).isEqualTo(1);
		assertThat(System.nanoTime() - schedule.began()).isGreaterThanOrEqualTo(10);
		assertThat(schedule(System.nanoTime() - 1_000_000_000_000L, 10).awaitNext()).isEqualTo(-1);
	}

	/** What is late is not made up for without end. */
	@Test
	void endAlsoWhereTheyAreLate() throws InterruptedException {
		CustomerChanges.Schedule schedule = schedule(System.nanoTime(), 100_000_000_000L);
		assertThat(schedule.awaitNext()).isZero();
		schedule.next().set(11);
		assertThat(schedule.awaitNext()).isEqualTo(-1);
	}

	private static CustomerChanges.Schedule schedule(long began, long apart) {
		return new CustomerChanges.Schedule(began, apart, 900_000_000_000L, new AtomicLong());
	}

}
