package city.plaza.demo;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoCustomerTests {

	private final DemoCustomer customer = new DemoCustomer("0000000042");

	@Test
	void hasNumbersOfItsOwn() {
		assertThat(new String[] { this.customer.number(), this.customer.account(), this.customer.firstBill(),
				this.customer.secondBill() })
			.containsExactly("70000000042", "70000000042-001", "800000000421", "800000000422");
		assertThat(DemoCustomer.fresh().run()).hasSize(10).containsOnlyDigits();
	}

	@Test
	void owesTwoBillsOf250() {
		assertThat(this.customer.billsCsv().lines()).hasSize(4)
			.anyMatch((row) -> row.startsWith("800000000421,70000000042,") && row.endsWith(",200.00"))
			.anyMatch((row) -> row.startsWith("800000000421,70000000042,") && row.endsWith(",50.00"))
			.anyMatch((row) -> row.startsWith("800000000422,70000000042,") && row.endsWith(",250.00"));
		assertThat(this.customer.customersCsv()).contains("\n70000000042,70000000042-001,DEMO CUSTOMER 0000000042,");
	}

}
