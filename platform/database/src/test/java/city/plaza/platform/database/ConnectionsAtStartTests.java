package city.plaza.platform.database;

import java.util.ArrayList;
import java.util.List;

import city.plaza.platform.testing.PlazaTest;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/** In a context of its own, where nobody has asked for a connection yet. */
@PlazaTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ConnectionsAtStartTests {

	@Autowired
	private ConnectionPool connections;

	@Test
	void areOpenBeforeTheFirstRequest() {
		PoolMetrics metrics = this.connections.getMetrics().orElseThrow();
		assertThat(metrics.allocatedSize()).isPositive();
		assertThat(metrics.idleSize()).isEqualTo(metrics.allocatedSize());
	}

	@Test
	void areOpenBeforeAnythingElseRunsAtTheStart() {
		ApplicationRunner other = (arguments) -> {
		};
		List<ApplicationRunner> runners = new ArrayList<>(List.of(other, new ConnectionsAtStart(this.connections)));
		AnnotationAwareOrderComparator.sort(runners);
		assertThat(runners).element(0).isInstanceOf(ConnectionsAtStart.class);
	}

}
