package dev.offsession.failpoints;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import dev.offsession.failpoints.Failpoint.Moment;
import dev.offsession.failpoints.runtime.Trap;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * Puts a call before and after each named method of a class: the method's body moves into a private
 * one, and in its place, with its annotations and its signature, stands one that calls trap, body,
 * trap.
 */
final class Weaver {
  private static final String BODY_SUFFIX = "$beyond";
  private static final ClassDesc TRAP = ClassDesc.of(Trap.class.getName());
  private static final MethodTypeDesc HIT =
      MethodTypeDesc.of(
          ConstantDescs.CD_void, ConstantDescs.CD_String, ConstantDescs.CD_Object.arrayType());

  private Weaver() {}

  /** The class with traps around these methods. */
  static byte[] weave(byte[] original, Set<String> methods) {
    ClassFile file = ClassFile.of();
    ClassModel model = file.parse(original);
    ClassDesc owner = model.thisClass().asSymbol();
    return file.transformClass(
        model,
        (builder, element) -> {
          if (element instanceof MethodModel method && isWanted(method, methods)) {
            moveBody(builder, method);
            trapped(builder, owner, method);
          } else {
            builder.with(element);
          }
        });
  }

  private static boolean isWanted(MethodModel method, Set<String> methods) {
    return methods.contains(method.methodName().stringValue())
        && method.code().isPresent()
        && (method.flags().flagsMask() & ACC_SYNTHETIC) == 0;
  }

  private static boolean isStatic(MethodModel method) {
    return (method.flags().flagsMask() & ACC_STATIC) != 0;
  }

  private static String bodyName(MethodModel method) {
    return method.methodName().stringValue() + BODY_SUFFIX;
  }

  private static void moveBody(ClassBuilder builder, MethodModel method) {
    int flags = ACC_PRIVATE | ACC_SYNTHETIC | ACC_FINAL | (isStatic(method) ? ACC_STATIC : 0);
    builder.withMethod(
        bodyName(method),
        method.methodTypeSymbol(),
        flags,
        body -> method.code().ifPresent(body::with));
  }

  private static void trapped(ClassBuilder builder, ClassDesc owner, MethodModel method) {
    builder.withMethod(
        method.methodName(),
        method.methodType(),
        method.flags().flagsMask(),
        outer -> {
          method.forEach(element -> {
            if (!(element instanceof CodeModel)) {
              outer.with(element);
            }
          });
          outer.withCode(code -> around(code, owner, method));
        });
  }

  private static void around(CodeBuilder code, ClassDesc owner, MethodModel method) {
    MethodTypeDesc type = method.methodTypeSymbol();
    TypeKind result = TypeKind.from(type.returnType());
    hit(code, owner, method, Moment.BEFORE, -1);
    callBody(code, owner, method, type);
    if (result == TypeKind.VOID) {
      hit(code, owner, method, Moment.AFTER, -1);
    } else {
      int slot = code.allocateLocal(result);
      code.storeLocal(result, slot);
      hit(code, owner, method, Moment.AFTER, slot);
      code.loadLocal(result, slot);
    }
    code.return_(result);
  }

  private static void callBody(
      CodeBuilder code, ClassDesc owner, MethodModel method, MethodTypeDesc type) {
    if (!isStatic(method)) {
      code.aload(0);
    }
    for (int i = 0; i < type.parameterCount(); i++) {
      code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
    }
    if (isStatic(method)) {
      code.invokestatic(owner, bodyName(method), type);
    } else {
      code.invokespecial(owner, bodyName(method), type);
    }
  }

  /**
   * @param resultSlot where the result lies; below zero when there is none
   */
  private static void hit(
      CodeBuilder code, ClassDesc owner, MethodModel method, Moment moment, int resultSlot) {
    MethodTypeDesc type = method.methodTypeSymbol();
    int count = type.parameterCount();
    String className = owner.packageName() + "." + owner.displayName();
    code.ldc(Failpoint.place(className, method.methodName().stringValue(), moment));
    code.loadConstant(count + (resultSlot < 0 ? 0 : 1)).anewarray(ConstantDescs.CD_Object);
    for (int i = 0; i < count; i++) {
      element(code, i, type.parameterType(i), code.parameterSlot(i));
    }
    if (resultSlot >= 0) {
      element(code, count, type.returnType(), resultSlot);
    }
    code.invokestatic(TRAP, "hit", HIT);
  }

  private static void element(CodeBuilder code, int index, ClassDesc type, int slot) {
    code.dup().loadConstant(index).loadLocal(TypeKind.from(type), slot);
    if (type.isPrimitive()) {
      ClassDesc box = box(type);
      code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, type));
    }
    code.aastore();
  }

  private static ClassDesc box(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case CHAR -> ConstantDescs.CD_Character;
      case SHORT -> ConstantDescs.CD_Short;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
    };
  }
}
