package city.plaza.platform.database;

import city.plaza.platform.guard.Production;
import io.r2dbc.spi.ConnectionFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Transactions and first connections for every service that has a database. */
@AutoConfiguration
class DatabaseAutoConfiguration {

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
