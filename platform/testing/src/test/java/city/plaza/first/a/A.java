package city.plaza.first.a;

public class A {

	city.plaza.first.b.B other;

}
