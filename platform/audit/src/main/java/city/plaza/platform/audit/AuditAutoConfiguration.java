package city.plaza.platform.audit;

import java.time.Clock;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.PeriodicTask;
import city.plaza.platform.security.AccessRules;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

/** The trail of a service that has this module. */
@AutoConfiguration
@EnableConfigurationProperties(AuditSettings.class)
class AuditAutoConfiguration {

	@Bean
	AuditKeys auditKeys(AuditSettings settings) {
		return new AuditKeys(settings);
	}

	@Bean
	AuditTrail auditTrail(DatabaseClient database, AuditKeys keys, AuditSettings settings, JsonMapper json,
			Clock clock) {
		return new TransactionalTrail(new AuditEntries(database), keys, settings.clientAddress(), json, clock);
	}

	@Bean
	ClientNetwork auditedClientNetwork() {
		return new ClientNetwork();
	}

	@Bean
	SealEntries sealAuditEntries(DatabaseClient database, AuditKeys keys, Transactions transactions, Clock clock) {
		return new SealEntries(new AuditChain(database), keys, transactions, clock);
	}

	@Bean
	VerifyTrail verifyAuditTrail(DatabaseClient database, AuditKeys keys) {
		return new VerifyTrail(new StoredChain(database), keys);
	}

	@Bean
	AuditEndpoint auditEndpoint(VerifyTrail verifyTrail) {
		return new AuditEndpoint(verifyTrail);
	}

	@Bean
	@ConditionalOnProperty("plaza.audit.path")
	AuditController auditController(DatabaseClient database, AuditTrail trail, Transactions transactions,
			JsonMapper json) {
		return new AuditController(new SearchTrail(database, trail, transactions, json));
	}

	/** As health and metrics: nothing from outside comes here. */
	@Bean
	AccessRules auditEndpointAccess() {
		return (access) -> access.pathMatchers(HttpMethod.GET, "/actuator/audittrail").permitAll();
	}

	@Bean
	PeriodicTask auditSealing(SealEntries entries, AuditSettings settings) {
		return new PeriodicTask(settings.sealEvery(), entries.seal());
	}

	@Bean
	PeriodicTask auditAnchoring(SealEntries entries, AuditSettings settings) {
		return new PeriodicTask(settings.anchorEvery(), entries.anchor());
	}

}
