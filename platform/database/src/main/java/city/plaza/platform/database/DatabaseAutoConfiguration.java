package city.plaza.platform.database;

import city.plaza.platform.guard.Production;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The pool, transactions and first connections for every service that has a database. */
@AutoConfiguration(before = R2dbcAutoConfiguration.class)
class DatabaseAutoConfiguration {

	@Bean(destroyMethod = "dispose")
	@ConditionalOnMissingBean(ConnectionFactory.class)
	ConnectionPool connectionFactory(R2dbcProperties properties) {
		return Pool.of(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	Transactions transactions(ReactiveTransactionManager manager) {
		return new Transactions(TransactionalOperator.create(manager));
	}

	@Bean
	ConnectionsAtStart connectionsAtStart(ConnectionFactory connections) {
		return new ConnectionsAtStart(connections);
	}

	@Bean
	@Profile(Production.PROFILE)
	DurabilityCheck durabilityCheck() {
		return new DurabilityCheck();
	}

}
